import { useQueries } from '@tanstack/react-query';
import { outcomeWords } from '#renderer/lib/custody-words.ts';
import { formatInstant } from '#renderer/lib/format.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import type { RecordDetail } from '#shared/api/records-api.ts';
import type { CustodyEvent } from '#shared/domain/custody.ts';
import { message } from '#shared/messages/messages.ts';
import styles from './ProvenanceTab.module.css';

const shownEntries = 50;

/** The log's entries about this record and its originals, newest first. */
export function CustodyList({ record }: { record: RecordDetail }) {
	const subjects = [record.id, ...new Set(record.files.map(({ sha256 }) => sha256))];
	const entries = useQueries({
		queries: subjects.map((subject) => queries.custody.list({ subject, limit: shownEntries })),
		combine: (results) =>
			results
				.flatMap(({ data }) => data ?? [])
				.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : b.sequence - a.sequence)),
	});
	if (entries.length === 0) return null;
	return (
		<section>
			<h2 className={styles.title}>{message('custody.title')}</h2>
			<p className={styles.none}>{message('custody.text')}</p>
			<ul>
				{entries.slice(0, shownEntries).map((entry) => (
					<li key={`${entry.replicaId} ${entry.sequence}`} className={styles.entry}>
						<span>
							{message(`custody.kind.${entry.kind}`)}
							{detailWords(entry)}
						</span>
						<Unpacked detail={entry.detail} />
						<span className={styles.when}>
							{formatInstant(entry.at)} · {message('custody.number', { number: entry.sequence })}
						</span>
					</li>
				))}
			</ul>
		</section>
	);
}

/** The file that it lay in, which was not kept: its digest proves which one it was. */
function Unpacked({ detail: { container, containerSha256, modified } }: Pick<CustodyEvent, 'detail'>) {
	if (container === undefined || containerSha256 === undefined) return null;
	return (
		<span className={styles.digest}>
			{message('custody.unpacked', { container, digest: containerSha256, modified: modified || 'none' })}
		</span>
	);
}

/** Details differ by kind and version; the file's name and the outcome are those that people ask for. */
function detailWords({ detail }: CustodyEvent): string {
	const { file, outcome } = detail;
	const words = [file, outcome && outcomeWords(outcome)].filter((part) => part !== undefined).join(', ');
	return words === '' ? '' : `: ${words}`;
}
