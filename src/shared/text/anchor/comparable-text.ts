import type { Span } from './text-stream.ts';

/** A folded text, and for each of its units whether a passage begins there (1) or not (0). */
export interface ComparableText {
	text: string;
	begins: Uint8Array;
}

export function cutText({ text, begins }: ComparableText, { start, end }: Span): ComparableText {
	return { text: text.slice(start, end), begins: begins.subarray(start, end) };
}
