import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { useIsReadOnly } from '#renderer/lib/archive-status.ts';
import { focusIfLost } from '#renderer/lib/lost-focus.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ChipFilter } from '#renderer/ui/ChipFilter.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { ProgressBar } from '#renderer/ui/ProgressBar.tsx';
import { ReviewList } from '#renderer/ui/ReviewList.tsx';
import styles from '#renderer/ui/review-page.module.css';
import type { RecordDetail } from '#shared/api/records-api.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { ArchiveEvent } from '#shared/domain/event.ts';
import type { RejectedDate } from '#shared/domain/found-date.ts';
import type { EditionId, RecordId } from '#shared/domain/ids.ts';
import type { LinkView } from '#shared/domain/link.ts';
import { message } from '#shared/messages/messages.ts';
import { AttachDialogs } from './AttachDialogs.tsx';
import { type DateRequest, FoundDateItem } from './FoundDateItem.tsx';
import { ensureDates, lookForDates, stopLooking, useFoundDates } from './found-dates-store.ts';
import { RejectedDates } from './RejectedDates.tsx';
import { dateFilters, reviewedDates } from './reviewed-dates.ts';

const noEvents: ArchiveEvent[] = [];
const noLinks: LinkView[] = [];
const noneRejected: RejectedDate[] = [];

/** The dates that a text says: each is attached to an event or to the record, or said to be none. None is attached by itself. */
export function FoundDatesPage() {
	const { recordId } = useParams({ from: '/found-dates/$recordId' });
	const { data: record, error } = useQuery(queries.records.get({ id: recordId as RecordId }));
	if (error) return <ErrorNotice error={error} />;
	if (!record) return null;
	if (!record.editionId)
		return <EmptyState isPage title={message('found-dates.title')} text={message('found-dates.no-text')} />;
	return <DatesOfText key={record.id} record={record} editionId={record.editionId} />;
}

function DatesOfText({ record, editionId }: { record: RecordDetail; editionId: EditionId }) {
	const { state, dates, error } = useFoundDates(editionId);
	const { data: events = noEvents } = useQuery(queries.events.list());
	const { data: links = noLinks } = useQuery(queries.links.list({ kind: 'record', id: record.id }));
	const { data: knownRejected } = useQuery(queries.foundDates.rejected({ recordId: record.id }));
	const rejected = knownRejected ?? noneRejected;
	const [filter, setFilter] = useState<(typeof dateFilters)[number] | 'rejected'>('open');
	const [request, setRequest] = useState<DateRequest | null>(null);
	const isReadOnly = useIsReadOnly() || record.isInBin;
	useEffect(() => ensureDates(record.id, editionId), [record.id, editionId]);
	const reviewed = useMemo(
		() => reviewedDates(dates, rejected, links, record.dates),
		[dates, rejected, links, record.dates],
	);
	const counts = { open: reviewed.open.length, used: reviewed.used.length, rejected: rejected.length };
	const isKnown = state !== 'idle' && state !== 'running' && knownRejected !== undefined;
	return (
		<div className={styles.page}>
			<header className={styles.head}>
				<Link
					to="/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}"
					params={{ recordId: record.id }}
					className={styles.back}
				>
					{record.title}
				</Link>
				<h1 className={styles.title}>{message('found-dates.title')}</h1>
				<Progress record={record} editionId={editionId} />
			</header>
			<div className={styles.filters}>
				<ChipFilter
					label={message('found-dates.filter')}
					options={([...dateFilters, 'rejected'] as const).map((each) => ({
						value: each,
						label: message(`found-dates.filter.${each}`),
						count: isKnown || counts[each] > 0 ? counts[each] : null,
					}))}
					value={filter}
					onChange={setFilter}
				/>
			</div>
			{error ? <ErrorNotice error={new AppError(error.code, error.detail)} /> : null}
			{counts[filter] === 0 ? (
				<p key={filter} ref={focusIfLost} tabIndex={-1} className={styles.none}>
					{message(emptyKey(filter, state === 'done', dates.length))}
				</p>
			) : filter === 'rejected' ? (
				<RejectedDates rejected={rejected} isReadOnly={isReadOnly} />
			) : (
				<ReviewList label={message('found-dates.title')} items={reviewed[filter]} keyOf={({ key }) => key}>
					{(each, onSettled) => (
						<FoundDateItem
							record={record}
							reviewed={each}
							events={events}
							isReadOnly={isReadOnly}
							onAsk={setRequest}
							onSettled={onSettled}
						/>
					)}
				</ReviewList>
			)}
			{request ? (
				<AttachDialogs record={record} events={events} request={request} onClose={() => setRequest(null)} />
			) : null}
		</div>
	);
}

function emptyKey(filter: 'open' | 'used' | 'rejected', isDone: boolean, found: number) {
	if (filter === 'used') return 'found-dates.none-used';
	if (filter === 'rejected') return 'found-dates.none-rejected';
	if (!isDone) return 'found-dates.none-yet';
	return found === 0 ? 'found-dates.none' : 'found-dates.none-left';
}

/** How far the looking is, to be stopped and begun anew. */
function Progress({ record, editionId }: { record: RecordDetail; editionId: EditionId }) {
	const { state, done, total, dates } = useFoundDates(editionId);
	if (state === 'running')
		return (
			<>
				<ProgressBar label={message('found-dates.looking')} done={done} total={total} />
				<Button onPress={stopLooking}>{message('dialog.cancel')}</Button>
			</>
		);
	return (
		<>
			<p role="status" className={styles.count}>
				{state === 'idle'
					? ''
					: message(state === 'cancelled' ? 'found-dates.stopped' : 'found-dates.count', { count: dates.length })}
			</p>
			<Button onPress={() => void lookForDates(record.id, editionId)}>{message('found-dates.again')}</Button>
		</>
	);
}
