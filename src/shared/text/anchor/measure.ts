import type { Correspondence } from './alignment.ts';
import { isConfusable } from './confusable.ts';
import type { Span } from './text-stream.ts';

/** Two folded texts. */
export interface Pair {
	old: string;
	new: string;
}

/** How a stretch of the old text fares in the new one. */
export interface Fit {
	/** Its place: from the first unit that stands for one of its own to the last. */
	place: Span;
	/** Units put in, left out or changed; a common misreading counts half. */
	errors: number;
	/** From 0 to 1: 1 - errors / length of the longer. */
	likeness: number;
	/** Share of its units that are there unchanged, whatever came between them. */
	kept: number;
}

/** Measures `span` along a correspondence; null where nothing of it is left. */
export function fitOf(texts: Pair, map: Correspondence, span: Span): Fit | null {
	let first = -1;
	let last = -1;
	let errors = 0;
	let kept = 0;
	for (let at = span.start; at < span.end; at += 1) {
		const found = map.newAt(at);
		if (found < 0) {
			errors += 1;
			continue;
		}
		if (first < 0) first = found;
		else errors += found - last - 1;
		last = found;
		const unlike = unlikeness(texts.old.charCodeAt(at), texts.new.charCodeAt(found));
		errors += unlike;
		if (unlike === 0) kept += 1;
	}
	if (first < 0) return null;
	const place = { start: first, end: last + 1 };
	const longer = Math.max(span.end - span.start, place.end - place.start);
	return { place, errors, likeness: Math.max(0, 1 - errors / longer), kept: kept / (span.end - span.start) };
}

function unlikeness(old: number, other: number): number {
	if (old === other) return 0;
	return isConfusable(old, other) ? 0.5 : 1;
}

const edgeLength = 8;

/** The share of the first and of the last units of a quotation that are there unchanged, the lesser of the two. */
export function keptAtEdges(texts: Pair, map: Correspondence, { start, end }: Span): number {
	const length = Math.min(edgeLength, end - start);
	const kept = (from: number) => {
		let count = 0;
		for (let at = from; at < from + length; at += 1) {
			const found = map.newAt(at);
			if (found >= 0 && texts.old.charCodeAt(at) === texts.new.charCodeAt(found)) count += 1;
		}
		return count / length;
	};
	return Math.min(kept(start), kept(end - length));
}

/** Units on each side of a quotation that are compared. */
const contextLength = 32;

/** How much of what stood around the span stands around its place, 0 to 1 each; 1 at the edge of the text or `stretch`. */
export function contextOf(
	texts: Pair,
	map: Correspondence,
	span: Span,
	place: Span,
	stretch: Span = { start: 0, end: texts.old.length },
): { before: number; after: number } {
	const from = Math.max(stretch.start, span.start - contextLength);
	const to = Math.min(stretch.end, span.end + contextLength);
	const slack = contextLength * 1.5;
	return {
		before: keptShare(texts, map, { start: from, end: span.start }, { start: place.start - slack, end: place.start }),
		after: keptShare(texts, map, { start: span.end, end: to }, { start: place.end, end: place.end + slack }),
	};
}

function keptShare(texts: Pair, map: Correspondence, span: Span, within: Span): number {
	const length = span.end - span.start;
	if (length === 0) return 1;
	let kept = 0;
	for (let at = span.start; at < span.end; at += 1) {
		const found = map.newAt(at);
		if (found < within.start || found >= within.end) continue;
		kept += 1 - unlikeness(texts.old.charCodeAt(at), texts.new.charCodeAt(found));
	}
	return kept / length;
}

/** Units that the share of misread characters is taken from, on each side. */
const noiseReach = 400;
const longestMisreading = 3;
/** A text without a single error may have one all the same. */
export const leastNoise = 0.003;

/**
 * The share of units around `span` that are other ones now, as noise does it: one here and there, not whole words.
 * `prior` weighs as much as 200 units.
 */
export function noiseAround(texts: Pair, map: Correspondence, span: Span, prior: number): number {
	const counts = { units: 0, errors: 0 };
	countNoise(texts, map, { start: Math.max(0, span.start - noiseReach), end: span.start }, counts);
	countNoise(texts, map, { start: span.end, end: Math.min(texts.old.length, span.end + noiseReach) }, counts);
	return Math.max(leastNoise, (counts.errors + 200 * prior) / (counts.units + 200));
}

/** Adds up units and misreadings of a stretch; what went or came in longer pieces was edited, not misread. */
function countNoise(texts: Pair, map: Correspondence, span: Span, counts: { units: number; errors: number }): void {
	let last = -1;
	let lost = 0;
	for (let at = span.start; at < span.end; at += 1) {
		const found = map.newAt(at);
		if (found < 0) {
			lost += 1;
			continue;
		}
		const gained = last < 0 ? 0 : found - last - 1;
		if (lost <= longestMisreading) counts.errors += lost;
		if (gained <= longestMisreading) counts.errors += gained;
		if (texts.old.charCodeAt(at) !== texts.new.charCodeAt(found)) counts.errors += 1;
		counts.units += 1;
		lost = 0;
		last = found;
	}
}

const sampleCount = 40;
const sampleLength = 400;

/** The share of misread characters in the whole text, from samples of it. */
export function sampleNoise(texts: Pair, map: Correspondence): number {
	const counts = { units: 0, errors: 0 };
	const stride = Math.max(sampleLength, Math.floor(texts.old.length / sampleCount));
	for (let start = 0; start < texts.old.length; start += stride) {
		const span = { start, end: Math.min(texts.old.length, start + sampleLength) };
		countNoise(texts, map, span, counts);
	}
	return counts.units === 0 ? 0 : Math.min(0.2, counts.errors / counts.units);
}
