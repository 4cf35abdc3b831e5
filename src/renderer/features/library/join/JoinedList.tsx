import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { queries } from '#renderer/lib/query-keys.ts';
import { joinedInto, type RecordSummary } from '#shared/domain/record.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './JoinedList.module.css';

const none: RecordSummary[] = [];

/** What was joined into a record, in the order of the files, or the record that it was joined into itself. */
export function JoinedList({ record }: { record: RecordSummary }) {
	const { data: records = none } = useQuery(queries.records.list({}));
	const whole = record.joined && records.find(({ id }) => id === record.joined?.into);
	const parts = joinedInto(records, record.id);
	if (!whole && parts.length === 0) return null;
	return (
		<section className={styles.section}>
			{whole ? (
				<p>
					<Link to="/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}" params={{ recordId: whole.id }}>
						{message('record.joined-into', { title: whole.title })}
					</Link>
				</p>
			) : null}
			{parts.length > 0 ? (
				<>
					<h3 className={styles.heading}>{message('record.joined')}</h3>
					<ol className={styles.parts} aria-label={message('record.joined')}>
						{parts.map(({ id, title, languages, annotationCount }) => (
							<li key={id}>
								<Link
									to="/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}"
									params={{ recordId: id }}
									lang={languages[0] ?? ''}
								>
									{title}
								</Link>
								{annotationCount > 0 ? (
									<span className={styles.notes}> · {message('reader.note-count', { count: annotationCount })}</span>
								) : null}
							</li>
						))}
					</ol>
				</>
			) : null}
		</section>
	);
}
