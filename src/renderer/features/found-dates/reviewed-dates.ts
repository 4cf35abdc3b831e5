import type { TextRange } from '#shared/domain/annotation.ts';
import type { ArchiveEvent } from '#shared/domain/event.ts';
import type { DateInText, RejectedDate } from '#shared/domain/found-date.ts';
import { endRangeIn, type LinkView, ownSide } from '#shared/domain/link.ts';
import type { RecordDate } from '#shared/domain/record.ts';
import { rangesOverlap } from '#shared/domain/text-range.ts';
import { dateKey } from '#shared/found-dates/date-words.ts';

/** A date with what was made of it. */
export interface ReviewedDate {
	key: string;
	date: DateInText;
	/** Events that its words attest. */
	events: { id: string; title: string }[];
	/** Dates of the record itself that are the same day. */
	recordDates: RecordDate[];
}

export const dateFilters = ['open', 'used'] as const;
export type DateFilter = (typeof dateFilters)[number];

/** The dates that nobody rejected, by whether they were used: for an event or for the record itself. */
export function reviewedDates(
	dates: readonly DateInText[],
	rejected: readonly RejectedDate[],
	links: readonly LinkView[],
	ownDates: readonly RecordDate[],
): Record<DateFilter, ReviewedDate[]> {
	const rejectedKeys = new Set(rejected.map(dateKey));
	const attesting = links.filter(({ type, other }) => type === 'attests' && other.kind === 'event');
	const reviewed: Record<DateFilter, ReviewedDate[]> = { open: [], used: [] };
	for (const date of dates) {
		const key = dateKey(date);
		if (rejectedKeys.has(key)) continue;
		const range = rangeOf(date);
		const events = attesting
			.filter((link) => {
				const attested = endRangeIn(link, ownSide(link), date.editionId);
				return attested !== null && rangesOverlap(attested, range);
			})
			.map(({ other: { id, title } }) => ({ id, title }));
		const recordDates = ownDates.filter(({ edtf }) => date.readings.some((reading) => reading.edtf === edtf));
		reviewed[events.length > 0 || recordDates.length > 0 ? 'used' : 'open'].push({ key, date, events, recordDates });
	}
	return reviewed;
}

/** Where its words stand. */
export function rangeOf({ editionId, ordinal, start, end }: DateInText): TextRange {
	return { editionId, startOrdinal: ordinal, startOffset: start, endOrdinal: ordinal, endOffset: end };
}

/** What can be attested still: an event once only by the same words. */
export function withoutAttested(events: readonly ArchiveEvent[], { events: attested }: ReviewedDate): ArchiveEvent[] {
	const ids = new Set(attested.map(({ id }) => id));
	return events.filter(({ id }) => !ids.has(id));
}
