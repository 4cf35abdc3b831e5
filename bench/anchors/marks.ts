import type { PassageRange, PassageText, Span } from '#shared/text/anchor/text-stream.ts';
import { TextStream } from '#shared/text/anchor/text-stream.ts';
import { pick } from './look-alikes.ts';

/** A mark as a reader would make it, with its place in the stream of the old text. */
export interface Mark {
	range: PassageRange;
	span: Span;
}

/** Lengths that people mark: a quarter a word or two, most a phrase or sentence, some whole passages and beyond. */
const lengths: [least: number, most: number][] = [
	[6, 19],
	[20, 80],
	[20, 80],
	[60, 250],
];

export function makeMarks(passages: readonly PassageText[], random: () => number, count: number): Mark[] {
	const stream = new TextStream(passages);
	const marks: Mark[] = [];
	while (marks.length < count) {
		const [least, most] = pick(lengths, random);
		const from = Math.floor(random() * stream.text.length);
		const to = from + least + Math.floor(random() * (most - least));
		const span = random() < 0.8 ? toWords(stream.text, from, to) : trimmed(stream.text, from, to);
		if (span.end - span.start >= 4) marks.push({ range: stream.rangeOf(span), span });
	}
	return marks;
}

function toWords(text: string, from: number, to: number): Span {
	let start = from;
	let end = Math.min(to, text.length);
	while (start > 0 && /\S/.test(text.charAt(start - 1)) && from - start < 20) start -= 1;
	while (end < text.length && /\S/.test(text.charAt(end)) && end - to < 20) end += 1;
	return trimmed(text, start, end);
}

function trimmed(text: string, from: number, to: number): Span {
	let start = from;
	let end = Math.min(to, text.length);
	while (start < end && /[\s\p{M}\udc00-\udfff]/u.test(text.charAt(start))) start += 1;
	while (end > start && /\s/.test(text.charAt(end - 1))) end -= 1;
	return { start, end };
}
