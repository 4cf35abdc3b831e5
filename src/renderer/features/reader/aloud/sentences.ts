import type { Span } from '../text/use-text-highlight.ts';

/**
 * Longest stretch that is handed to a voice at once, in UTF-16 units. Engines fall silent in the midst of long texts
 * (https://issues.chromium.org/issues/41294170), and one cannot go back within what is being said.
 */
export const longestSentence = 320;

const hasWords = /[\p{L}\p{N}]/u;
/** "Dr." and "op." end no sentence as a rule; where they do, two short sentences are said as one. */
const endsWithShortWord = /(?:^|[\s("«„“[])\p{L}{1,2}\.\s*$/u;
/** Where a sentence that is too long is cut, best first: after a sign of a pause, at a space. */
const cuts = [/[,;:—–՝՟،؛]\s+/gu, /\s+/g];

/**
 * The sentences of a text in order, without the white space around them; what has neither letters nor figures is left
 * out. One longer than `longestSentence` is cut at a pause, else at a space, else within a word.
 *
 * @param language BCP 47; '' or a tag that is not well-formed is taken as unknown
 */
export function sentencesOf(text: string, language: string): Span[] {
	const sentences: Span[] = [];
	let start = 0;
	for (const { index, segment } of segmenterFor(language).segment(text)) {
		const end = index + segment.length;
		if (end < text.length && end - start <= longestSentence && endsWithShortWord.test(segment)) continue;
		sentences.push(...pieces(text, start, end));
		start = end;
	}
	if (start < text.length) sentences.push(...pieces(text, start, text.length));
	return sentences;
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): Intl.Segmenter {
	const known = segmenters.get(language);
	if (known) return known;
	const segmenter = new Intl.Segmenter(wellFormed(language), { granularity: 'sentence' });
	segmenters.set(language, segmenter);
	return segmenter;
}

function wellFormed(language: string): string | undefined {
	try {
		return Intl.getCanonicalLocales(language)[0];
	} catch {
		// A tag as some file had it; sentences end alike in nearly all languages.
		return undefined;
	}
}

function* pieces(text: string, start: number, end: number): Iterable<Span> {
	let from = start;
	while (end - from > longestSentence) {
		const to = from + cutWithin(text.slice(from, from + longestSentence));
		yield* trimmed(text, from, to);
		from = to;
	}
	yield* trimmed(text, from, end);
}

/** Length of the first piece of a stretch that is too long: at least half of it. */
function cutWithin(stretch: string): number {
	for (const pattern of cuts) {
		const last = [...stretch.matchAll(pattern)].at(-1);
		const at = last ? last.index + last[0].length : 0;
		if (at > stretch.length / 2) return at;
	}
	const isWithinPair = /[\uD800-\uDBFF]$/.test(stretch);
	return isWithinPair ? stretch.length - 1 : stretch.length;
}

function* trimmed(text: string, start: number, end: number): Iterable<Span> {
	const piece = text.slice(start, end);
	if (!hasWords.test(piece)) return;
	yield { start: start + piece.length - piece.trimStart().length, end: end - (piece.length - piece.trimEnd().length) };
}
