import type { ReceivedMark } from './importer.ts';
import type { SignedText } from './text-signs.ts';

/** What a reviewer wrote beside the text. */
export interface Comment {
	id: string;
	/** The one that it answers. */
	replyTo: string | null;
	body: string;
	author: string;
	at: string | null;
}

/** More than people write; a file that has them was made to take time. */
export const mostComments = 2_000;

/** Programs write the time of their clock and call it UTC, or leave that out: the day is what can be relied on. */
export function instantOfComment(date: string): string | null {
	const instant = new Date(/(?:Z|[+-]\d\d:\d\d)$/.test(date) ? date : `${date}Z`);
	return Number.isNaN(instant.valueOf()) ? null : instant.toISOString();
}

/** The comments as marks of readers, on the words that they are about. */
export function marksOf(comments: readonly Comment[], text: SignedText): ReceivedMark[] {
	return comments.map((comment) => ({
		...comment,
		range: comment.replyTo === null ? text.rangeOf(comment.id) : null,
		region: null,
	}));
}
