import type { Block } from '../domain/block.ts';
import { parseTime } from '../domain/media-time.ts';
import { clock, readParagraphs } from './paragraphs.ts';

/** "[00:12:31] words", "(12:31) words", "00:12:31 - words"; what is left on the line may be nothing. */
const stampedLine = new RegExp(`^\\s*(?:\\[(${clock})\\]|\\((${clock})\\)|(${clock}))(?:\\s*[-–—:]?\\s+|\\s*$)`);

/**
 * Reads a transcript from elsewhere that has its times in the text, at the beginning of lines, as people type it: a
 * paragraph ends at an empty line or at the next time. Paragraphs without a time are kept without. Each ends when the next
 * one that has a time begins.
 */
export function readTimedText(text: string): Block[] {
	return readParagraphs(text.replace(/^\ufeff/, ''), (line) => {
		const found = stampedLine.exec(line);
		const startMs = found ? parseTime(found[1] ?? found[2] ?? found[3] ?? '') : null;
		const words = (startMs === null ? line : line.slice(found?.[0].length)).trim();
		return { startMs, words: words === '' ? null : words };
	});
}
