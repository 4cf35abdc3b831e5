import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { numberedEditionName } from '#renderer/lib/edition-name.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import type { EditionId, RecordId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './ComparePage.module.css';
import { Comparison } from './Comparison.tsx';

/** Two editions of a record beside each other: what was changed, and the notes that stand on it. */
export function ComparePage() {
	const { recordId, oldId, newId } = useParams({ strict: false }) as Record<'recordId', RecordId> &
		Partial<Record<'oldId' | 'newId', EditionId>>;
	const { data: record, error } = useQuery(queries.records.get({ id: recordId }));
	const navigate = useNavigate();
	if (error) return <ErrorNotice error={error} />;
	if (!record) return <p role="status">{message('place.loading')}</p>;
	const find = (id: EditionId | null | undefined) => record.editions.find((edition) => edition.id === id);
	const after = find(newId) ?? find(record.editionId);
	const before = find(oldId) ?? record.editions.find(({ id }) => id !== after?.id);
	if (!after || !before) return <EmptyState isPage title={record.title} text={message('compare.only-one')} />;
	const show = (first: EditionId, second: EditionId) =>
		void navigate({
			to: '/compare/$recordId/{-$oldId}/{-$newId}',
			params: { recordId, oldId: first, newId: second },
			replace: true,
		});
	const options = record.editions.map((edition) => ({
		value: edition.id,
		label: numberedEditionName(edition, record),
	}));
	return (
		<div className={styles.page}>
			<header className={styles.bar}>
				<h1 className={styles.title}>
					{message('compare.title')}{' '}
					<Link to="/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}" params={{ recordId }}>
						{record.title}
					</Link>
				</h1>
				<Select
					label={message('compare.old')}
					value={before.id}
					onChange={(id) => show(id, after.id)}
					options={options}
				/>
				<Select
					label={message('compare.new')}
					value={after.id}
					onChange={(id) => show(before.id, id)}
					options={options}
				/>
			</header>
			<Comparison key={`${before.id} ${after.id}`} before={before} after={after} />
		</div>
	);
}
