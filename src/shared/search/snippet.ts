import type { HitMark } from './search-query.ts';

/** A text up to this many UTF-16 units is shown whole. */
const longestWhole = 280;
const windowLength = 240;
const leadLength = 60;
const furthestBoundary = 24;

/**
 * The window of a text that shows its hits best: around the most different marks that fit, with some words before
 * them, cut between words where there is white space near.
 */
export function snippetAround(text: string, marks: readonly HitMark[]): { start: number; end: number } {
	if (text.length <= longestWhole) return { start: 0, end: text.length };
	const first = bestClusterStart(text, marks);
	const last = Math.max(0, text.length - windowLength);
	const start = boundaryAfter(text, Math.min(Math.max(0, first - leadLength), last), first);
	const reach = Math.max(start + windowLength, marks.find((mark) => mark[0] === first)?.[1] ?? 0);
	return { start, end: boundaryBefore(text, Math.min(reach, text.length)) };
}

/** Start of the mark from which a window holds the most different words, the earliest of equals. */
function bestClusterStart(text: string, marks: readonly HitMark[]): number {
	let best = { start: marks[0]?.[0] ?? 0, variety: 0 };
	marks.forEach(([start], at) => {
		const seen = new Set<string>();
		for (let next = at; next < marks.length; next++) {
			const mark = marks[next];
			if (!mark || mark[1] > start + windowLength - leadLength) break;
			seen.add(text.slice(mark[0], mark[1]).toLowerCase());
		}
		if (seen.size > best.variety) best = { start, variety: seen.size };
	});
	return best.start;
}

function boundaryAfter(text: string, from: number, limit: number): number {
	if (from === 0) return 0;
	for (let at = from; at < Math.min(limit, from + furthestBoundary); at++) {
		if (/\s/.test(text.charAt(at - 1))) return at;
	}
	return atCodePoint(text, Math.min(from, limit));
}

function boundaryBefore(text: string, from: number): number {
	if (from >= text.length) return text.length;
	for (let at = from; at > from - furthestBoundary; at--) if (/\s/.test(text.charAt(at))) return at;
	return atCodePoint(text, from);
}

/** What belongs to the character before it, besides the second half of a surrogate pair. */
const continuing = /^[\p{M}\u200d]/u;

/** Never within what is read as one character. */
function atCodePoint(text: string, at: number): number {
	let next = at;
	while (next < text.length && (isTrail(text, next) || continuing.test(text.charAt(next)))) next += 1;
	return next;
}

function isTrail(text: string, at: number): boolean {
	const unit = text.charCodeAt(at);
	return unit >= 0xdc00 && unit < 0xe000;
}
