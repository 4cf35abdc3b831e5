import { useQuery } from '@tanstack/react-query';
import { LinksTab } from '#renderer/features/links/index.ts';
import { ProvenanceTab } from '#renderer/features/provenance/index.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Tabs } from '#renderer/ui/Tabs.tsx';
import type { RecordId } from '#shared/domain/ids.ts';
import type { RecordSummary } from '#shared/domain/record.ts';
import { message } from '#shared/messages/messages.ts';
import { onlyRecord, type RecordTabId, useLibrary } from './library-store.ts';
import styles from './RecordInspector.module.css';
import { RecordTab } from './RecordTab.tsx';

/** What the library knows of the chosen record. */
export function RecordInspector({ records }: { records: readonly RecordSummary[] }) {
	const count = useLibrary(({ selectedIds }) => selectedIds.size);
	const id = useLibrary(onlyRecord);
	if (count > 1) return <p className={styles.hint}>{message('library.selected', { count })}</p>;
	if (!id) return <NothingChosen records={records} />;
	return <OneRecord key={id} id={id} />;
}

/** What to do next: a new archive is mostly records whose files are still to come. */
function NothingChosen({ records }: { records: readonly RecordSummary[] }) {
	const awaited = records.filter(({ holding }) => holding === 'described-only').length;
	return (
		<div className={styles.hint}>
			<p>{message(records.length > 0 ? 'library.choose' : 'library.nothing')}</p>
			{awaited > 0 && <p>{message('library.awaited', { count: awaited })}</p>}
		</div>
	);
}

function OneRecord({ id }: { id: RecordId }) {
	const tab = useLibrary((library) => library.tab);
	const { data: record, error } = useQuery(queries.records.get({ id }));
	const { data: links } = useQuery(queries.links.list({ kind: 'record', id }));
	if (error) return <ErrorNotice error={error} />;
	if (!record) return <p className={styles.hint}>{message('place.loading')}</p>;

	return (
		<Tabs<RecordTabId>
			label={record.title}
			selected={tab}
			onSelect={(next) => useLibrary.setState({ tab: next })}
			tabs={[
				{ id: 'record', title: message('record.tab'), content: <RecordTab record={record} /> },
				{ id: 'provenance', title: message('provenance.tab'), content: <ProvenanceTab record={record} /> },
				{
					id: 'links',
					title: message('links.tab'),
					count: links?.length,
					content: <LinksTab recordId={id} title={record.title} />,
				},
			]}
		/>
	);
}
