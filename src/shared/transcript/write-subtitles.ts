import type { Block } from '../domain/block.ts';
import { formatExactTime } from '../domain/media-time.ts';

/** Formats that a transcript is written in, for players and editors of subtitles. */
export const subtitleFormats = ['vtt', 'srt'] as const;
export type SubtitleFormat = (typeof subtitleFormats)[number];

/** How long the last words stay, where nothing says when they end. */
const lastCueMs = 5000;

interface Cue {
	startMs: number;
	endMs: number;
	text: string;
}

/** The passages that have times, in their order, as WebVTT or SubRip. What has none has no place in such a file. */
export function writeSubtitles(blocks: readonly Block[], format: SubtitleFormat, language = 'und'): string {
	const cues = cuesOf(blocks);
	if (format === 'srt') return cues.map((cue, at) => `${at + 1}\n${writeCue(cue, ',', cue.text)}`).join('\n');
	const head = language === 'und' ? 'WEBVTT\n' : `WEBVTT\nLanguage: ${language}\n`;
	return [head, ...cues.map((cue) => writeCue(cue, '.', escapeCue(cue.text)))].join('\n');
}

/** Of a passage with '-->' in it the arrow would be taken for a time, and an empty line for the end. */
function writeCue({ startMs, endMs }: Cue, point: '.' | ',', text: string): string {
	return `${formatExactTime(startMs, point)} --> ${formatExactTime(endMs, point)}\n${text}\n`;
}

function cuesOf(blocks: readonly Block[]): Cue[] {
	const timed = blocks.flatMap(({ text, time }) => (time && text !== '' ? [{ text, time }] : []));
	return timed.map(({ text, time }, at) => {
		const next = timed[at + 1]?.time.startMs ?? 0;
		const endMs = time.endMs ?? (next > time.startMs ? next : time.startMs + lastCueMs);
		return { startMs: time.startMs, endMs, text: text.replace(/\n{2,}/g, '\n').replaceAll('-->', '→') };
	});
}

function escapeCue(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
