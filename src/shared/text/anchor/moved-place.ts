import type { Alignment, Correspondence } from './alignment.ts';
import { contextOf, type Fit, fitOf, type Pair } from './measure.ts';
import { localMap, type MovedPassage } from './moved-passages.ts';
import type { Run } from './shared-runs.ts';
import type { Span } from './text-stream.ts';

/** A place out of the order of the text, and the correspondence that leads to it. */
export interface MovedPlace {
	fit: Fit;
	map: Correspondence;
	method: 'moved-block' | 'quote-elsewhere';
	/** 0 to 1: the better of the two sides, since the other may be where the block was cut out. */
	context: number;
	worseContext: number;
	/** The quotation stands in the old text several times: it tells little about where it belongs. */
	isCommon: boolean;
	/** Lead over the next best place, 0 to 1. */
	margin: number;
	/** Its whole passage went there, and every name and number in it says so. */
	isWithPassage: boolean;
}

/** Units on each side of a quotation whose unique n-grams tell where its block went. */
const voteReach = 128;
const slack = 48;
const shortestQuote = 6;
const longQuote = 40;
const mostOccurrences = 50;
/** One n-gram alone that is unique in both texts may be so by a misreading. */
const leastVotes = 24;

/** Where the words of `span` went, if they no longer stand in order: by the words around, else by the quotation itself. */
export function findMoved(alignment: Alignment, span: Span): MovedPlace | null {
	return findByVotes(alignment, span) ?? findByQuote(alignment, span);
}

/** Where words went with their whole passage; null where it did not go, or the words run over its ends. */
export function placeInMoved(alignment: Alignment, passages: readonly MovedPassage[], span: Span): MovedPlace | null {
	const passage = passages.find(({ old }) => old.start <= span.start && span.end <= old.end);
	const fit = passage && fitOf(textsOf(alignment), passage.map, span);
	if (!fit) return null;
	const { before, after } = contextOf(textsOf(alignment), passage.map, span, fit.place, passage.old);
	return {
		...{ fit, map: passage.map, method: 'moved-block', isCommon: false, margin: 1, isWithPassage: true },
		...{ context: Math.max(before, after), worseContext: Math.min(before, after) },
	};
}

function findByVotes(alignment: Alignment, span: Span): MovedPlace | null {
	const around = widen(span, voteReach, alignment.old.text.length);
	const votes = votesOf(runsOutOfOrder(alignment, around));
	const [best, next] = votes;
	if (!best) return null;
	const shifted = { start: around.start + best.shift, end: around.end + best.shift };
	const found = localPlace(alignment, { around, span, within: widen(shifted, slack, alignment.new.text.length) });
	if (!found || isClaimed(alignment, found.fit.place)) return null;
	const own = best.runs.reduce((sum, run) => sum + overlap(run, span), 0);
	const isVouchedFor = own >= Math.max(24, 0.3 * (span.end - span.start));
	const context = isVouchedFor ? Math.max(found.context, 0.75) : found.context;
	const margin = 1 - (next?.weight ?? 0) / best.weight;
	return { ...found, context, method: 'moved-block', isCommon: false, margin, isWithPassage: false };
}

function findByQuote(alignment: Alignment, span: Span): MovedPlace | null {
	const { text } = alignment.new;
	const quote = alignment.old.text.slice(span.start, span.end);
	if (quote.length < shortestQuote || (quote.length < longQuote && isNeighbourhoodKept(alignment, span))) return null;
	const around = widen(span, 32, alignment.old.text.length);
	const places: MovedPlace[] = [];
	let count = 0;
	for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
		count += 1;
		if (count > mostOccurrences) return null;
		const place = { start: at, end: at + quote.length };
		if (isClaimed(alignment, place)) continue;
		const found = localPlace(alignment, { around, span, within: widen(place, slack, text.length) });
		if (found && found.fit.place.start === at)
			places.push({ ...found, method: 'quote-elsewhere', isCommon: false, margin: 1, isWithPassage: false });
	}
	places.sort((a, b) => b.context - a.context);
	const [best, next] = places;
	return best
		? { ...best, isCommon: isRepeated(alignment.old.text, quote), margin: best.context - (next?.context ?? 0) }
		: null;
}

/**
 * Whether most of what tells a passage from all others went elsewhere: then what stands in its place, however alike, is
 * another one.
 */
export function isVotedAway(alignment: Alignment, passage: Span): boolean {
	let away = 0;
	let here = 0;
	for (let at = firstRunFrom(alignment.runs, passage.start); at < alignment.runs.length; at += 1) {
		const run = alignment.runs[at] as Run;
		if (run.old >= passage.end) break;
		if (alignment.newAt(run.old) === run.new) here += overlap(run, passage);
		else away += overlap(run, passage);
	}
	return away > here && away >= Math.min(leastVotes, (passage.end - passage.start) / 2);
}

type Local = Omit<MovedPlace, 'method' | 'isCommon' | 'margin' | 'isWithPassage'>;

/** Aligns a piece of the old text with a piece of the new one, apart from everything else. */
function localPlace(alignment: Alignment, place: { around: Span; span: Span; within: Span }): Local | null {
	const { around, span, within } = place;
	const texts = textsOf(alignment);
	const map = localMap(alignment, around, within);
	const fit = fitOf(texts, map, span);
	if (!fit) return null;
	const { before, after } = contextOf(texts, map, span, fit.place);
	return { fit, map, context: Math.max(before, after), worseContext: Math.min(before, after) };
}

/**
 * Whether other words of the old text stand there by right: then what looks like ours is a look-alike. Single letters in
 * common say nothing, since aligning finds some between any two texts.
 */
function isClaimed(alignment: Alignment, place: Span): boolean {
	const texts = textsOf(alignment);
	let claimed = 0;
	let run = 0;
	for (let at = place.start; at <= place.end; at += 1) {
		const old = at < place.end ? alignment.oldAt(at) : -1;
		if (old >= 0 && texts.old.charCodeAt(old) === texts.new.charCodeAt(at)) {
			run += 1;
			continue;
		}
		if (run > 2) claimed += run;
		run = 0;
	}
	return claimed > 0.5 * (place.end - place.start);
}

function isRepeated(text: string, quote: string): boolean {
	return text.indexOf(quote, text.indexOf(quote) + 1) >= 0;
}

/** Whether most of what stood around a quotation still stands there: then its words were changed or taken out, not moved. */
function isNeighbourhoodKept(alignment: Alignment, span: Span): boolean {
	const around = widen(span, voteReach, alignment.old.text.length);
	const texts = textsOf(alignment);
	let kept = 0;
	for (let at = around.start; at < around.end; at += 1) {
		const found = at >= span.start && at < span.end ? -1 : alignment.newAt(at);
		if (found >= 0 && texts.old.charCodeAt(at) === texts.new.charCodeAt(found)) kept += 1;
	}
	return kept > (around.end - around.start - (span.end - span.start)) / 2;
}

function textsOf(alignment: Alignment): Pair {
	return { old: alignment.old.text, new: alignment.new.text };
}

function runsOutOfOrder(alignment: Alignment, span: Span): Run[] {
	const found: Run[] = [];
	for (let at = firstRunFrom(alignment.runs, span.start); at < alignment.runs.length; at += 1) {
		const run = alignment.runs[at] as Run;
		if (run.old >= span.end) break;
		if (alignment.newAt(run.old) !== run.new) found.push(run);
	}
	return found;
}

function firstRunFrom(runs: readonly Run[], position: number): number {
	let low = 0;
	let high = runs.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((runs[middle]?.old ?? 0) < position) low = middle + 1;
		else high = middle;
	}
	return low;
}

interface Vote {
	shift: number;
	weight: number;
	runs: Run[];
}

/** Runs that went about as far belong together; heaviest first. */
function votesOf(runs: readonly Run[]): Vote[] {
	const votes: Vote[] = [];
	for (const run of runs) {
		const shift = run.new - run.old;
		const vote = votes.find((known) => Math.abs(known.shift - shift) <= slack);
		if (!vote) {
			votes.push({ shift, weight: run.length, runs: [run] });
			continue;
		}
		vote.weight += run.length;
		vote.runs.push(run);
	}
	return votes.sort((a, b) => b.weight - a.weight);
}

function overlap(run: Run, span: Span): number {
	return Math.max(0, Math.min(span.end, run.old + run.length) - Math.max(span.start, run.old));
}

function widen({ start, end }: Span, by: number, length: number): Span {
	return { start: Math.max(0, start - by), end: Math.min(length, end + by) };
}
