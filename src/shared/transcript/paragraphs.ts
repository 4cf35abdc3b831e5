import type { Block } from '../domain/block.ts';
import type { MediaTime } from '../domain/media-time.ts';

/** A time of a paragraph, to be put into a regular expression: 12:31, 1:12:31, 00:12:31.500. */
export const clock = '(?:\\d{1,3}:)?\\d{1,3}:\\d{2}(?:[.,]\\d{1,3})?';

export interface ReadLine {
	/** Of a line that begins a paragraph with a time. */
	startMs: number | null;
	/** Null where there are none: without a time too, such a line ends a paragraph. */
	words: string | null;
}

/** Puts lines together to paragraphs; one without words is none, and its time goes with it. */
export function readParagraphs(text: string, readLine: (line: string) => ReadLine): Block[] {
	const paragraphs: { startMs: number | null; lines: string[] }[] = [];
	let isOpen = false;
	for (const line of text.split(/\r\n|\r|\n/)) {
		const { startMs, words } = readLine(line);
		const last = paragraphs.at(-1);
		if (startMs !== null) paragraphs.push({ startMs, lines: words === null ? [] : [words] });
		else if (words !== null && last && (isOpen || last.lines.length === 0)) last.lines.push(words);
		else if (words !== null) paragraphs.push({ startMs: null, lines: [words] });
		isOpen = words !== null || startMs !== null;
	}
	let nextMs: number | null = null;
	const blocks = paragraphs
		.filter(({ lines }) => lines.length > 0)
		.reverse()
		.map(({ startMs, lines }): Block => {
			const time = startMs === null ? null : timeBetween(startMs, nextMs);
			nextMs = startMs ?? nextMs;
			return { kind: 'paragraph', text: lines.join('\n'), ...(time && { time }) };
		});
	return blocks.reverse();
}

function timeBetween(startMs: number, nextMs: number | null): MediaTime {
	return nextMs !== null && nextMs > startMs ? { startMs, endMs: nextMs } : { startMs };
}
