import { type Annotation, quoteOf, type TextRange } from '#shared/domain/annotation.ts';
import { firstWords } from '#shared/domain/first-words.ts';
import { plainText } from '#shared/markdown/markdown.ts';
import { message } from '#shared/messages/messages.ts';
import { isLikely, keyOf, type MentionGroup } from '#shared/search/mentions/mention-rows.ts';

/** An annotation that stands on a passage which speaks of a name. */
export interface NoteOnMention {
	note: Annotation;
	place: TextRange;
}

/** Those that are sure to stand there, in the order of the passages; replies are read with what they answer. */
export function notesOnMentions(groups: readonly MentionGroup[], annotations: readonly Annotation[]): NoteOnMention[] {
	const orderOf = new Map<string, number>();
	for (const { rows } of groups) for (const row of rows) if (isLikely(row)) orderOf.set(row.key, orderOf.size);
	const found = annotations.flatMap((note) => {
		const { place, placement, replyToId } = note;
		if (!place || replyToId !== null || (placement !== 'placed' && placement !== 'moved')) return [];
		const order = firstOrder(place, orderOf);
		return order === undefined ? [] : [{ note, place, order }];
	});
	return found.sort((one, other) => one.order - other.order).map(({ note, place }) => ({ note, place }));
}

/**
 * What a note is called where it is listed, never nothing: its own words, else those it was made on; of one from elsewhere
 * that found its place by hand, as it quoted them.
 */
export function titleOfNote(annotation: Annotation): string {
	const { body, purpose } = annotation;
	return firstWords(plainText(body)) || firstWords(quoteOf(annotation)) || message(`purpose.${purpose}`);
}

function firstOrder({ editionId, startOrdinal, endOrdinal }: TextRange, orderOf: ReadonlyMap<string, number>) {
	for (let ordinal = startOrdinal; ordinal <= endOrdinal; ordinal++) {
		const order = orderOf.get(keyOf(editionId, ordinal));
		if (order !== undefined) return order;
	}
	return undefined;
}
