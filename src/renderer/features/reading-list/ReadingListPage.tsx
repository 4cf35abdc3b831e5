import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { edtfWords } from '#renderer/lib/edtf-words.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import type { RecordId } from '#shared/domain/ids.ts';
import { mainDate, type RecordSummary } from '#shared/domain/record.ts';
import { message } from '#shared/messages/messages.ts';
import { recordKindName } from '#shared/messages/record-kind-name.ts';
import styles from './ReadingListPage.module.css';
import { useReadingList, useRecentRecords } from './reading-list.ts';

/** What one means to read, and what one read lately, on this device. */
export function ReadingListPage() {
	const { data: records, error, refetch } = useQuery(queries.records.list({}));
	const list = useReadingList();
	const recent = useRecentRecords();
	if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
	const isLoading = !records || !list.isLoaded || !recent.isLoaded;
	const byId = new Map(records?.map((record) => [record.id, record]));
	// What is in the bin, or came back out of a merge, is not there to be read; it stays on the list and comes back with it.
	const known = (ids: readonly RecordId[]) => ids.flatMap((id) => byId.get(id) ?? []);
	const [toRead, lately] = [known(list.ids), known(recent.ids)];
	return (
		<div className={styles.page}>
			<h1 className={styles.title}>{message('reading-list.title')}</h1>
			{isLoading ? (
				<p role="status">{message('place.loading')}</p>
			) : (
				<>
					{toRead.length === 0 && <p className={styles.empty}>{message('reading-list.empty')}</p>}
					<ul className={styles.list} aria-label={message('reading-list.title')}>
						{toRead.map((record) => (
							<Entry key={record.id} record={record}>
								<IconButton
									label={message('reading-list.take-off', { title: record.title })}
									onPress={() => list.set(list.ids.filter((id) => id !== record.id))}
								>
									<X size={14} />
								</IconButton>
							</Entry>
						))}
					</ul>
					<div className={styles.head}>
						<h2 className={styles.heading}>{message('reading-list.recent')}</h2>
						{lately.length > 0 && (
							<Button variant="quiet" onPress={() => recent.set([])}>
								{message('reading-list.forget')}
							</Button>
						)}
					</div>
					<p className={styles.empty}>{message('reading-list.stays-here')}</p>
					<ul className={styles.list} aria-label={message('reading-list.recent')}>
						{lately.map((record) => (
							<Entry key={record.id} record={record} />
						))}
					</ul>
				</>
			)}
		</div>
	);
}

function Entry({ record, children }: { record: RecordSummary; children?: React.ReactNode }) {
	const { id, title, kind, dates, languages } = record;
	return (
		<li className={styles.entry}>
			<span className={styles.words}>
				<Link
					to="/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}"
					params={{ recordId: id }}
					className={styles.name}
					lang={languages[0] ?? ''}
					dir="auto"
				>
					{title}
				</Link>
				<span className={styles.facts}>
					{[recordKindName(kind), edtfWords(mainDate(dates))].filter(Boolean).join(' · ')}
				</span>
			</span>
			{children}
		</li>
	);
}
