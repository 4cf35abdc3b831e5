import { archive } from '#renderer/lib/archive.ts';
import { queryClient } from '#renderer/lib/query-client.ts';
import { keys } from '#renderer/lib/query-keys.ts';
import { undoAction } from '#renderer/lib/undo-action.ts';
import { showError, showToast } from '#renderer/ui/toast.ts';
import type { RecordDetail } from '#shared/api/records-api.ts';
import type { DateInText, DateReading, RejectedDate } from '#shared/domain/found-date.ts';
import { type EventId, type LinkId, newId } from '#shared/domain/ids.ts';
import type { LinkEnd } from '#shared/domain/link.ts';
import type { DateType } from '#shared/domain/record.ts';
import { inferenceWords } from '#shared/found-dates/date-words.ts';
import { message } from '#shared/messages/messages.ts';
import { rangeOf } from './reviewed-dates.ts';

/** The words of a date, as the end of a link. */
export function endAt({ id }: RecordDetail, date: DateInText): LinkEnd {
	return { kind: 'record', id, range: rangeOf(date) };
}

/** Links the words of the date to an event that is there already. */
export async function attestEvent(record: RecordDetail, date: DateInText, eventId: EventId): Promise<void> {
	const to = { kind: 'event', id: eventId } as const;
	try {
		await archive.calls.links.add({ id: newId<LinkId>(), type: 'attests', from: endAt(record, date), to });
		showToast(message('found-dates.attested', { words: date.words }), undoAction());
	} catch (error) {
		showError(error);
	}
}

/** Adds the date to those of the record itself, with what of it is inferred. */
export async function addRecordDate(record: RecordDetail, type: DateType, reading: DateReading): Promise<void> {
	const { id, revision, dates } = record;
	const added = { type, edtf: reading.edtf, inferred: inferenceWords(reading) };
	try {
		const updated = await archive.calls.records.update({ id, revision, fields: { dates: [...dates, added] } });
		queryClient.setQueryData(keys.records.get({ id }), updated);
		showToast(message('found-dates.record-date-added'), undoAction());
	} catch (error) {
		showError(error);
	}
}

export async function rejectDate({ id: recordId }: RecordDetail, date: DateInText): Promise<void> {
	const { editionId, ordinal, words, occurrence } = date;
	try {
		await archive.calls.foundDates.reject({ recordId, places: [{ editionId, ordinal, words, occurrence }] });
		showToast(message('found-dates.rejected', { words }), undoAction());
	} catch (error) {
		showError(error);
	}
}

export async function readmitDate({ id }: RejectedDate): Promise<void> {
	await archive.calls.foundDates.readmit({ ids: [id] }).catch(showError);
}
