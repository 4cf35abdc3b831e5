import type { FoundHits, HitFinder } from './marks.ts';

/** How the text of a note reads once its signs are taken as what they stand for. */
export type NoteReader = (body: string) => string;

export interface HitText extends FoundHits {
	/** What the marks stand in. */
	text: string;
}

/**
 * A note as it reads, and what answers the query in that; as it was typed, where a word that answers does not stand in what
 * one reads, as in the address of a link.
 */
export function noteAsRead(body: string, read: NoteReader, find: HitFinder): HitText {
	const typed = find(body);
	const text = read(body);
	const found = find(text);
	const isAllThere = Object.keys(typed.matched).every((word) => word in found.matched);
	return isAllThere ? { text, ...found } : { text: body, ...typed };
}
