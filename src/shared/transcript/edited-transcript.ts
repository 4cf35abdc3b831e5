import type { Block } from '../domain/block.ts';
import { formatExactTime, formatTime, parseTime } from '../domain/media-time.ts';
import { lineGuard } from '../text/line-guard.ts';
import { clock, readParagraphs } from './paragraphs.ts';

/** A time that begins a line, with the white space around it. Only in brackets: "12:30 in the square" are words. */
const stamp = new RegExp(`^\\s*\\[(${clock})\\](?:\\s+|$)`);

const { guard, unguard } = lineGuard(`\\[${clock}\\]`);

/**
 * Passages as a text to be edited, each with its time in brackets before it and an empty line behind it; a time is written
 * to the millisecond only where it is not at a full second. `readEditedTranscript` gives the same words and times again.
 */
export function writeEditedTranscript(blocks: readonly Block[]): string {
	return blocks
		.filter(({ text }) => text !== '')
		.map(({ text, time }) => {
			const lines = text.split('\n').map(guard).join('\n');
			return time ? `${formatStamp(time.startMs)} ${lines}` : lines;
		})
		.join('\n\n');
}

/** Reads what was written or typed in the editor; the end of a passage is where the next one that has a time begins. */
export function readEditedTranscript(text: string): Block[] {
	return readParagraphs(text, (line) => {
		const found = leadingStamp(line);
		const rest = line.slice(found?.length ?? 0).trim();
		return { startMs: found?.ms ?? null, words: rest === '' ? null : unguard(rest) };
	});
}

/** "[00:12:31]", as it stands before a paragraph. */
export function formatStamp(ms: number): string {
	return `[${ms % 1000 === 0 ? formatTime(ms) : formatExactTime(ms)}]`;
}

/** The time that a line begins with, and how many characters it takes with the white space around it. */
export function leadingStamp(line: string): { ms: number; length: number } | null {
	const found = stamp.exec(line);
	const ms = found ? parseTime(found[1] ?? '') : null;
	return found && ms !== null ? { ms, length: found[0].length } : null;
}
