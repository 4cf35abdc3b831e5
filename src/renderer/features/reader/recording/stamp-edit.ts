import { formatStamp, leadingStamp } from '#shared/transcript/edited-transcript.ts';

/** What is put in the place of the characters from `start` up to `end`, which is not among them. */
export interface TextEdit {
	start: number;
	end: number;
	words: string;
}

/**
 * Stamps a text where the caret is: a time that it stands before, in or just behind gives way to the new one; behind words
 * a paragraph begins, with what follows of them on the line.
 */
export function stampEdit(text: string, caret: number, ms: number): TextEdit {
	const lineStart = caret === 0 ? 0 : text.lastIndexOf('\n', caret - 1) + 1;
	const lineEnd = text.indexOf('\n', caret);
	const line = text.slice(lineStart, lineEnd < 0 ? undefined : lineEnd);
	const words = `${formatStamp(ms)} `;
	const stood = leadingStamp(line);
	if (stood && caret <= lineStart + stood.length) return { start: lineStart, end: lineStart + stood.length, words };
	const isBehindWords = line.slice(0, caret - lineStart).trim() !== '';
	return { start: caret, end: caret, words: isBehindWords ? `\n\n${words}` : words };
}
