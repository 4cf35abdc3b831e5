import type { YearSpan } from './search-query.ts';

/** A span longer than this many years counts in its first ones only: "from 1200 on" must not fill a histogram. */
export const longestSpan = 200;

const year = /^[~?%]*(-?\d[\dX]{3}|Y-?\d+)/;

/**
 * The years that an EDTF date may mean, both included; null without one. An end that is open or unknown counts as the
 * end that is known: `[2023-09-19..]` is 2023.
 */
export function yearsOf(edtf: string): YearSpan | null {
	let span: YearSpan | null = null;
	for (const part of edtf.replace(/[[\]{}]/g, '').split(/\/|,|\.\./)) {
		const found = year.exec(part.trim())?.[1]?.replace('Y', '');
		if (found === undefined) continue;
		const [low, high] = [Number(found.replaceAll('X', '0')), Number(found.replaceAll('X', '9'))];
		span = span
			? { from: Math.min(span.from, low, high), to: Math.max(span.to, low, high) }
			: { from: Math.min(low, high), to: Math.max(low, high) };
	}
	return span;
}
