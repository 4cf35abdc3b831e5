import type { RecordDetail } from '#shared/api/records-api.ts';
import type { Annotation, TextRange } from '#shared/domain/annotation.ts';
import type { Edition } from '#shared/domain/edition.ts';
import type { EditionId, RecordId } from '#shared/domain/ids.ts';

/** For records of which not every text goes to strangers, by their ids: the text that does, null where none does. */
export type Redactions = ReadonlyMap<string, EditionId | null>;

interface RedactableArchive {
	/** The record that each one was joined into. What lies in the bin has its words all the same. */
	joined: ReadonlyMap<RecordId, RecordId>;
	/** The text that a person redacted of a record, by its id. */
	redacted: ReadonlyMap<RecordId, EditionId>;
}

/**
 * Which texts do not go. A record that was joined with a redacted one, as the whole or as a page of it, has the same words
 * in texts of its own: it goes without them, until it is redacted too. A redacted text that is not here is no reason to
 * give away the full one.
 */
export function redactionsOf(
	going: readonly Pick<RecordDetail, 'id' | 'editions'>[],
	{ joined, redacted }: RedactableArchive,
): Redactions {
	const wholesOfRedacted = new Set([...redacted.keys()].flatMap((id) => [...wholesOf(id, joined)]));
	const redactions = new Map<string, EditionId | null>();
	for (const { id, editions } of going) {
		const own = redacted.get(id);
		if (own) redactions.set(id, editions.some((edition) => edition.id === own) ? own : null);
		else if (wholesOfRedacted.has(id) || [...wholesOf(id, joined)].some((whole) => redacted.has(whole)))
			redactions.set(id, null);
	}
	return redactions;
}

/** What a record was joined into, and that into. */
export function wholesOf(id: RecordId, joined: ReadonlyMap<RecordId, RecordId>): Set<RecordId> {
	const found = new Set<RecordId>();
	for (let at = joined.get(id); at && !found.has(at); at = joined.get(at)) found.add(at);
	return found;
}

/**
 * A record as strangers get it: where a person has redacted its text, with that text and no other but translations that
 * were made of it and are the translation into their language now: what was taken back or replaced stays.
 */
export function redactedRecord(record: RecordDetail, redactions: Redactions): RecordDetail {
	const going = redactions.get(record.id);
	if (going === undefined) return record;
	const isOfGoing = ({ id, baseEditionId }: Edition) =>
		going !== null && baseEditionId === going && record.translationIds.includes(id);
	const editions = record.editions.filter((edition) => edition.id === going || isOfGoing(edition));
	const passageCount = editions.find(({ id }) => id === going)?.passageCount ?? 0;
	const translationIds = record.translationIds.filter((id) => editions.some((edition) => edition.id === id));
	return { ...record, editionId: going, passageCount, editions, redactionId: null, translationIds };
}

/** Whether words of a record are of the text that goes; what is of the record as a whole is. */
export function isOnGoingText(
	redactions: Redactions,
	recordId: string,
	range: Pick<TextRange, 'editionId'> | null | undefined,
): boolean {
	const going = redactions.get(recordId);
	return going === undefined || !range || range.editionId === going;
}

/**
 * Whether a note does not speak of words that stay. One on a part of a page does, and so does one that came with a
 * quotation that has no place here.
 */
export function isNoteOnGoingText(redactions: Redactions, annotation: Annotation): boolean {
	const { recordId, target, place, region, origin } = annotation;
	if (!redactions.has(recordId)) return true;
	if (region || (!target && origin && origin.exact !== '')) return false;
	return isOnGoingText(redactions, recordId, target ?? place);
}
