import { Link } from '@tanstack/react-router';
import { dataName } from '#renderer/lib/data-name.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import type { JobItem, JobKind } from '#shared/domain/job.ts';
import { errorMessage, type MessageKey, message } from '#shared/messages/messages.ts';
import { rejectionWords } from '#shared/messages/rejection-words.ts';
import styles from './ItemTable.module.css';
import { outcomeTone } from './job-words.ts';

const firstColumn = {
	add: 'adding.column.file',
	verify: 'adding.column.file',
	annotations: 'adding.column.annotation',
	recognise: 'adding.column.record',
	edition: 'adding.column.file',
	merge: 'adding.column.record',
	package: 'adding.column.record',
	'reading-copy': 'adding.column.record',
	backup: 'adding.column.file',
	seal: 'adding.column.file',
	'package-import': 'adding.column.file',
	catalogue: 'adding.column.record',
	purge: 'adding.column.erased',
} as const satisfies Record<JobKind, MessageKey>;

/** The report itself: one row a file or annotation, what became of it and why. */
export function ItemTable({ kind, items }: { kind: JobKind; items: readonly JobItem[] }) {
	return (
		<div className={styles.scroll}>
			<table className={styles.table}>
				<thead>
					<tr>
						<th scope="col">{message(firstColumn[kind])}</th>
						<th scope="col">{message('adding.column.outcome')}</th>
						<th scope="col">{message('adding.column.detail')}</th>
					</tr>
				</thead>
				<tbody>
					{items.map((item, index) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: a report only grows, and one file may stand in it twice
						<tr key={index}>
							<td className={styles.name}>{item.name}</td>
							<td>
								<Chip tone={outcomeTone(item.outcome)}>{message(`job.outcome.${item.outcome}`)}</Chip>
							</td>
							<td>
								<ItemDetail kind={kind} item={item} />
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

function ItemDetail({ kind, item }: { kind: JobKind; item: JobItem }) {
	const reasonOf = kind === 'annotations' ? rejectionWords : errorMessage;
	const facts = [
		...(item.editionId ? [message('job.text')] : []),
		...(item.passageCount ? [message('status.passages', { count: item.passageCount })] : []),
		...(item.languages ?? []).map(dataName),
		...(item.confidence ? [message('job.confidence', { confidence: item.confidence })] : []),
		...(item.encoding ? [item.encoding] : []),
		...(item.placement ? [message(`annotations.state.${item.placement}`)] : []),
	];
	return (
		<>
			{item.error ? <span className={styles.reason}>{reasonOf(item.error)}</span> : null}
			{item.note ? <span className={styles.reason}>{item.note}</span> : null}
			{facts.length > 0 ? <span className={styles.facts}>{facts.join(' · ')}</span> : null}
			{item.losses ? <Losses losses={item.losses} /> : null}
			{item.recordId ? (
				<Link to="/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}" params={{ recordId: item.recordId }}>
					{message('adding.open-record')}
				</Link>
			) : null}
		</>
	);
}

/** What of an annotation could not be kept, each thing by name. */
function Losses({ losses }: { losses: NonNullable<JobItem['losses']> }) {
	return (
		<ul className={styles.losses} aria-label={message('adding.losses')}>
			{losses.map(({ kind, what }) => (
				<li key={`${kind} ${what}`}>{message(`annotations.loss.${kind}`, { what })}</li>
			))}
		</ul>
	);
}
