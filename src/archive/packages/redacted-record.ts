import type { RecordDetail } from '#shared/api/records-api.ts';
import type { TextRange } from '#shared/domain/annotation.ts';
import type { EditionId } from '#shared/domain/ids.ts';

/** A record as strangers get it: where a person has redacted its text, with that text and no other. */
export function redactedRecord(record: RecordDetail): RecordDetail {
	const redaction = record.editions.find(({ id }) => id === record.redactionId);
	if (!redaction) return record;
	const { id, passageCount } = redaction;
	return { ...record, editionId: id, passageCount, editions: [redaction] };
}

/** For each redacted record, by its id, the one text that it has. */
export function redactionsOf(records: readonly RecordDetail[]): Map<string, EditionId> {
	return new Map(
		records.flatMap(({ id, redactionId, editionId }) =>
			redactionId && redactionId === editionId ? [[id, redactionId] as const] : [],
		),
	);
}

/** Whether words of a record are of the text that goes; what is of the record as a whole is. */
export function isOnGoingText(
	redactions: ReadonlyMap<string, EditionId>,
	recordId: string,
	range: Pick<TextRange, 'editionId'> | null | undefined,
): boolean {
	const going = redactions.get(recordId);
	return going === undefined || !range || range.editionId === going;
}
