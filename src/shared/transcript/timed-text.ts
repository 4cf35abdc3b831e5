import type { Block } from '../domain/block.ts';
import { formatExactTime, formatTime, type MediaTime, parseTime } from '../domain/media-time.ts';

const stamp = '(?:\\d{1,3}:)?\\d{1,3}:\\d{2}(?:[.,]\\d{1,3})?';
/** "[00:12:31] words", "(12:31) words", "00:12:31 - words"; what is left on the line may be nothing. */
const stampedLine = new RegExp(`^\\s*(?:\\[(${stamp})\\]|\\((${stamp})\\)|(${stamp}))(?:\\s*[-–—:]?\\s+|\\s*$)`);

/**
 * Reads a transcript that has its times in the text, at the beginning of paragraphs, as people type it: a paragraph ends
 * at an empty line or at the next time. Paragraphs without a time are kept without. Each ends when the next one that has
 * a time begins.
 */
export function readTimedText(text: string): Block[] {
	const paragraphs: { startMs: number | null; lines: string[] }[] = [];
	let isOpen = false;
	for (const line of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) {
		const found = stampedLine.exec(line);
		const startMs = found ? parseTime(found[1] ?? found[2] ?? found[3] ?? '') : null;
		const rest = (startMs === null ? line : line.slice(found?.[0].length)).trim();
		const last = paragraphs.at(-1);
		if (startMs !== null) paragraphs.push({ startMs, lines: rest === '' ? [] : [rest] });
		else if (rest !== '' && last && (isOpen || last.lines.length === 0)) last.lines.push(rest);
		else if (rest !== '') paragraphs.push({ startMs: null, lines: [rest] });
		isOpen = rest !== '' || startMs !== null;
	}
	const spoken = paragraphs.filter(({ lines }) => lines.length > 0);
	return spoken.map(({ startMs, lines }, at) => {
		const time = startMs === null ? null : timeBetween(startMs, nextStart(spoken, at));
		return { kind: 'paragraph', text: lines.join('\n'), ...(time && { time }) };
	});
}

/** The same as text to be edited: a time is written to the millisecond only where it is not at a full second. */
export function writeTimedText(blocks: readonly Block[]): string {
	return blocks
		.filter(({ text }) => text !== '')
		.map(({ text, time }) => (time ? `${formatStamp(time.startMs)} ${text}` : text))
		.join('\n\n');
}

/** "[00:12:31]", as it stands before a paragraph. */
export function formatStamp(ms: number): string {
	return `[${ms % 1000 === 0 ? formatTime(ms) : formatExactTime(ms)}]`;
}

function nextStart(paragraphs: readonly { startMs: number | null }[], at: number): number | null {
	return paragraphs.slice(at + 1).find(({ startMs }) => startMs !== null)?.startMs ?? null;
}

function timeBetween(startMs: number, nextMs: number | null): MediaTime {
	return nextMs !== null && nextMs > startMs ? { startMs, endMs: nextMs } : { startMs };
}
