import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { LinksTab } from '#renderer/features/links/index.ts';
import { ProvenanceTab, useCompareCommand, useNewEditionCommand } from '#renderer/features/provenance/index.ts';
import { useCiteCommand } from '#renderer/features/quotes/index.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Tabs } from '#renderer/ui/Tabs.tsx';
import type { RecordId } from '#shared/domain/ids.ts';
import type { RecordSummary } from '#shared/domain/record.ts';
import { message } from '#shared/messages/messages.ts';
import { useLibrary } from './library-store.ts';
import styles from './RecordInspector.module.css';
import { RecordTab } from './RecordTab.tsx';
import { useFoundDatesCommand } from './use-found-dates-command.ts';

type TabId = 'record' | 'provenance' | 'links';

/** What the library knows of the chosen record. */
export function RecordInspector({ records }: { records: readonly RecordSummary[] }) {
	const { selectedIds, currentId } = useLibrary();
	if (selectedIds.size > 1)
		return <p className={styles.hint}>{message('library.selected', { count: selectedIds.size })}</p>;
	const id = [...selectedIds][0] ?? currentId;
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
	const [tab, setTab] = useState<TabId>(lastTab);
	const { data: record, error } = useQuery(queries.records.get({ id }));
	const { data: links } = useQuery(queries.links.list({ kind: 'record', id }));
	useNewEditionCommand(record);
	useCompareCommand(record);
	useFoundDatesCommand(record);
	useCiteCommand(record);
	if (error) return <ErrorNotice error={error} />;
	if (!record) return <p className={styles.hint}>{message('place.loading')}</p>;

	function select(next: TabId): void {
		lastTab = next;
		setTab(next);
	}

	return (
		<Tabs<TabId>
			label={record.title}
			selected={tab}
			onSelect={select}
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

/** The tab stays while one goes down the list. */
let lastTab: TabId = 'record';
