import type { HitMark } from '../search-query.ts';
import type { PassagePlace } from '../supplies.ts';
import { createMentionFinder } from './mention-finder.ts';
import type { Mentions } from './mentions.ts';

/** A passage in which a name stands, with its words and where in them. */
export interface ReadMention {
	text: string;
	marks: HitMark[];
}

/** What is found, and the first of it read: whoever shows it has something to show at once. */
export interface FoundMentions extends Mentions {
	/** Of the first rows, in their order; null where its text is not there any more. */
	first: (ReadMention | null)[];
}

/** As many as a window shows before it is scrolled. */
const rowsInSight = 16;

/**
 * Reads the first rows, beside which nothing else has to be asked for before they are drawn.
 *
 * @param words the forms and parts that were asked for
 */
export async function withFirstRead(
	mentions: Mentions,
	words: readonly string[],
	textsOf: (places: PassagePlace[]) => Promise<(string | null)[]>,
): Promise<FoundMentions> {
	const places = firstPlaces(mentions);
	const texts = places.length === 0 ? [] : await textsOf(places);
	const find = createMentionFinder(words, mentions.widened);
	const first = texts.map((text) => (text === null ? null : { text, marks: find(text) }));
	return { ...mentions, first };
}

/** Where the first rows with a form stand, in their order: what has a part alone is seen when it is asked for. */
export function firstPlaces({ records, ordinals, parts }: Mentions): PassagePlace[] {
	const places: PassagePlace[] = [];
	for (const { editionId, start, count } of records) {
		for (let at = start; at < start + count; at++) {
			if (places.length >= rowsInSight) return places;
			if (parts[at] === 0) places.push({ editionId, ordinal: ordinals[at] as number });
		}
	}
	return places;
}
