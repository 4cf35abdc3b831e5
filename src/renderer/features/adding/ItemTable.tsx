import { Link } from '@tanstack/react-router';
import { Chip } from '#renderer/ui/Chip.tsx';
import type { JobItem, JobKind } from '#shared/domain/job.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './ItemTable.module.css';
import { factsOf, firstColumn, outcomeTone, reasonOf } from './job-words.ts';

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
	const facts = factsOf(item);
	return (
		<>
			{item.error ? <span className={styles.reason}>{reasonOf(kind, item.error)}</span> : null}
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
