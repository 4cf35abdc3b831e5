import type { Block } from '../domain/block.ts';
import { type MediaTime, parseTime } from '../domain/media-time.ts';
import { readCueText } from './cue-text.ts';

const time = '(?:\\d{1,3}:)?\\d{1,3}:\\d{1,2}[.,]\\d{1,3}';
/** "00:00:01,000 --> 00:00:02,500", with settings behind it, which say where on the picture the words stand. */
const timing = new RegExp(`^\\s*(${time})\\s*-->\\s*(${time})(?:\\s.*)?$`);
/** Parts of WebVTT that are not spoken. */
const aside = /^(?:NOTE|STYLE|REGION)(?:\s|$)/;

export interface ReadSubtitles {
	blocks: Block[];
	/** "und" where the file does not say; WebVTT may, in its head. */
	language: string;
}

/**
 * Reads SRT and WebVTT, one passage a cue. Lenient as players are: numbers may be missing or wrong, empty lines may stand
 * within a cue, and of times that run backwards only the beginning is kept. No word is left out that is spoken: what
 * stands between two cues and is neither a number nor a remark belongs to the one before. Without cues there are no
 * blocks.
 */
export function readSubtitles(text: string): ReadSubtitles {
	const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
	const isVtt = /^WEBVTT(?:\s|$)/.test(lines[0] ?? '');
	const cues: { time: MediaTime; lines: string[] }[] = [];
	let isAside = isVtt;
	lines.forEach((line, at) => {
		const times = timing.exec(line);
		if (times) {
			cues.push({ time: timeOf(times[1] ?? '', times[2] ?? ''), lines: [] });
			isAside = false;
		} else if (isVtt && aside.test(line) && lines[at - 1]?.trim() === '') isAside = true;
		else if (!isAside && !isIdentifier(lines, at, isVtt)) cues.at(-1)?.lines.push(line);
		else if (isAside && line.trim() === '' && cues.length > 0) isAside = false;
	});
	return { blocks: cues.flatMap(toBlocks), language: languageOf(lines, isVtt) };
}

/** A line alone before a timing: SRT's numbers, and in WebVTT any name of a cue. */
function isIdentifier(lines: readonly string[], at: number, isVtt: boolean): boolean {
	if (!timing.test(lines[at + 1] ?? '') || (lines[at] ?? '').trim() === '') return false;
	const isAlone = at === 0 || (lines[at - 1] ?? '').trim() === '';
	return /^\s*\d+\s*$/.test(lines[at] ?? '') || (isVtt && isAlone);
}

function timeOf(start: string, end: string): MediaTime {
	const startMs = parseTime(start) ?? 0;
	const endMs = parseTime(end) ?? 0;
	return endMs > startMs ? { startMs, endMs } : { startMs };
}

function toBlocks({ time, lines }: { time: MediaTime; lines: readonly string[] }): Block[] {
	const { text, marks } = readCueText(
		lines
			.map((line) => line.trim())
			.join('\n')
			.replace(/\n{2,}/g, '\n'),
	);
	if (text === '') return [];
	return [
		{
			kind: 'paragraph',
			text,
			time,
			...(marks.length > 0 && { marks }),
			// Subtitles break lines at the width of the picture; who speaks in turn stands in lines of their own.
			...(text.includes('\n') && !/^[-–—]/m.test(text) && { wrapped: true }),
		},
	];
}

function languageOf(lines: readonly string[], isVtt: boolean): string {
	const head = isVtt ? lines.slice(1, 1 + Math.max(0, lines.indexOf('', 1) - 1)) : [];
	const stated = head.map((line) => /^Language:\s*([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\s*$/.exec(line)?.[1]);
	return stated.find(Boolean) ?? 'und';
}
