import { decodeHTMLStrict } from 'entities';
import type { Mark, MarkKind } from '../domain/block.ts';

export interface CueText {
	text: string;
	marks: Mark[];
}

const markTags: Readonly<Record<string, MarkKind>> = { i: 'emphasis', b: 'strong', u: 'underline' };

/**
 * A tag that subtitles may have; anything else in angle brackets is text that somebody wrote. The character references of
 * WebVTT are those of HTML; SRT has none, but programs write them there too.
 */
const piece =
	/<(\/?)(i|b|u|c|v|lang|ruby|rt|font)((?:[.\s][^<>]*)?)>|<\d[\d:.]*>|\{\\[^{}]*\}|&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/gi;

/**
 * Text of a cue without its tags: italics, bold and underline become marks, a voice (`<v Name>`) becomes "Name: " before
 * what it says, as transcripts are written; colours, classes and positions go.
 */
export function readCueText(source: string): CueText {
	const marks: Mark[] = [];
	const open: { kind: MarkKind; start: number }[] = [];
	let text = '';
	let at = 0;
	for (const match of source.matchAll(piece)) {
		text += source.slice(at, match.index);
		at = match.index + match[0].length;
		const [whole, slash, tag = '', rest = ''] = match;
		const kind = markTags[tag.toLowerCase()];
		if (whole.startsWith('&')) text += decodeHTMLStrict(whole);
		else if (tag.toLowerCase() === 'v' && slash === '') text += voicePrefix(decodeHTMLStrict(rest), text);
		else if (kind && slash === '') open.push({ kind, start: text.length });
		else if (kind) close(kind);
	}
	text += source.slice(at);
	for (const { kind } of [...open]) close(kind);

	function close(kind: MarkKind): void {
		const index = open.findLastIndex((mark) => mark.kind === kind);
		const [mark] = index < 0 ? [] : open.splice(index, 1);
		if (mark && text.length > mark.start) marks.push({ ...mark, end: text.length });
	}
	return trimmed(text, marks);
}

function voicePrefix(annotation: string, before: string): string {
	const name = annotation.replace(/^\.\S*/, '').trim();
	if (name === '') return '';
	return `${before === '' || before.endsWith('\n') ? '' : '\n'}${name}: `;
}

function trimmed(text: string, marks: readonly Mark[]): CueText {
	const start = text.length - text.trimStart().length;
	const inner = text.trim();
	const clip = (offset: number) => Math.min(Math.max(offset - start, 0), inner.length);
	const clipped = marks.map((mark) => ({ ...mark, start: clip(mark.start), end: clip(mark.end) }));
	return {
		text: inner,
		marks: clipped.filter((mark) => mark.end > mark.start).sort((a, b) => a.start - b.start || b.end - a.end),
	};
}
