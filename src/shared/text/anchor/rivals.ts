import search from 'approx-string-match';
import type { Alignment } from './alignment.ts';
import {
	cut,
	inContext,
	likeness,
	mask,
	masked,
	type Side,
	shortestStretch,
	sideOf,
	widened,
	windowsOf,
} from './rival-side.ts';
import type { Span } from './text-stream.ts';
import { isToldApart } from './told-apart.ts';
import { endPieces } from './torn-ends.ts';

/** Units beyond an end that tell which text goes on there. */
const beyondLength = 64;
/** Units at an end of the quotation that are looked at by themselves, with the context on that side. */
const edgeLength = 6;
/** Where the text goes on elsewhere this near to an end of the quotation, the end may belong there. */
const slidingReach = 100;
const mostShifts = 4;
/** Less may be noise adding up, and would overlap the end itself. */
const shortestShift = 16;

const deviationsAt = [
	{ least: 0.12, count: 0.2 },
	{ least: 0.07, count: 1.3 },
	{ least: 0.03, count: 2.3 },
];

/** The lead of a place over its nearest rival, -1 to 1; 1 where there is none. */
export interface Lead {
	margin: number;
	/** Whether the lead is more than noise alone would make. */
	isClear: boolean;
}

/**
 * Compares the place of a quotation with its rivals: words beside it that are gone now and may have been these, or words
 * beside the place that came in and may be those meant. The ends are tried by themselves too: where something between
 * look-alikes went, it is the end of a mark that slips.
 */
export function leadOverRivals(alignment: Alignment, { span, place }: Placed, noise: number): Lead {
	return piecesOf(alignment, { span, place })
		.map((piece) => leadOfPiece(alignment, piece, noise))
		.reduce(smaller, alone);
}

interface Placed {
	span: Span;
	place: Span;
}

/** Of a mark over several passages the first and the last piece: each may have slipped by itself. */
function piecesOf(alignment: Alignment, whole: Placed): Placed[] {
	const spans = endPieces(alignment.old.begins, whole.span);
	if (spans.length === 0) return [whole];
	return spans.flatMap((span) => {
		const found: number[] = [];
		for (let at = span.start; at < span.end; at += 1) found.push(alignment.newAt(at));
		const places = found.filter((at) => at >= 0);
		return places.length === 0 ? [] : [{ span, place: { start: places[0] ?? 0, end: (places.at(-1) ?? 0) + 1 } }];
	});
}

function leadOfPiece(alignment: Alignment, { span, place }: Placed, noise: number): Lead {
	const old = sideOf(alignment.old, span, (at) => alignment.newAt(at));
	const other = sideOf(alignment.new, place, (at) => alignment.oldAt(at));
	const around = inContext(old, other);
	return [
		leadIn(old, around.old, cut(other, around.new), noise),
		leadIn(other, around.new, cut(old, around.old), noise),
		pairedLead(old, other, around.old, cut(other, around.new), noise),
		pairedLead(other, old, around.new, cut(old, around.old), noise),
		slidingLead(old, other, noise),
		slidingLead(other, old, noise),
	].reduce(smaller);
}

function smaller(a: Lead, b: Lead): Lead {
	return { margin: Math.min(a.margin, b.margin), isClear: a.isClear && b.isClear };
}

const alone: Lead = { margin: 1, isClear: true };

function leadOf(own: number, rival: number, by: { length: number; noise: number }): Lead {
	const margin = own - rival;
	return { margin, isClear: margin >= clearLead(by) };
}

/**
 * Two readings of one text of this length differ by chance: three standard deviations and a little. Fewer where a text is
 * so noisy that more would leave every tenth mark to a person and keep back hardly a wrong one.
 */
function clearLead({ length, noise }: { length: number; noise: number }): number {
	const deviations = deviationsAt.find(({ least }) => noise >= least)?.count ?? 3;
	return 0.025 + deviations * Math.sqrt((2 * noise * (1 - noise)) / length);
}

/** The lead of the own place over the stretches beside it, as the place where `words` come from. */
function leadIn(side: Side, own: Span, words: string, noise: number): Lead {
	const least = Math.max(shortestStretch, (side.own.end - side.own.start) / 2);
	const stretches = side.stretches.filter(({ start, end }) => end - start >= least);
	const rivals = stretches.flatMap((stretch) => rivalsIn(side, stretch, words, 0.5));
	const ownLikeness = likeness(cut(side, own), words);
	return rivals
		.map((rival) => ({ rival, lead: leadOf(ownLikeness, rival.fits, { length: words.length, noise }) }))
		.filter(({ rival, lead }) => lead.isClear || !isToldApart(words, readingsOf(side, own, rival, noise)))
		.map(({ lead }) => lead)
		.reduce(smaller, alone);
}

/**
 * The lead over words near by that fit as well and have a counterpart, but one that fits them worse: two look-alikes that
 * alignment may have taken for each other.
 */
function pairedLead(side: Side, other: Side, own: Span, words: string, noise: number): Lead {
	const ownLikeness = likeness(cut(side, own), words);
	const least = ownLikeness - clearLead({ length: words.length, noise });
	return windowsOf(side)
		.flatMap((window) => rivalsIn(side, window, words, Math.max(0.5, least)))
		.filter((rival) => !isClaimed(side, other, rival) && !isToldApart(words, readingsOf(side, own, rival, noise)))
		.map(({ fits }) => ({ margin: ownLikeness - fits, isClear: false }))
		.reduce(smaller, alone);
}

function readingsOf(side: Side, own: Span, rival: Span, noise: number) {
	return { own: cut(side, own), rival: cut(side, rival), noise };
}

interface Rival extends Span {
	/** Likeness of what stands there, 0 to 1. */
	fits: number;
}

/** The places in a stretch and its surroundings that fit best, if they are at least this much like the words. */
function rivalsIn(side: Side, stretch: Span, words: string, least: number): Rival[] {
	const region = widened(stretch);
	const start = Math.max(0, region.start);
	const text = masked(side, { start, end: Math.min(side.text.length, region.end) });
	return search(text, words, Math.floor(words.length * (1 - least))).flatMap((found) => {
		const isOwn = text.slice(found.start, found.end).includes(mask);
		const rival = { start: start + found.start, end: start + found.end, fits: 1 - found.errors / words.length };
		return isOwn ? [] : [rival];
	});
}

/** Whether the counterpart of a stretch fits it at least as well. */
function isClaimed(side: Side, other: Side, { start, end, fits }: Rival): boolean {
	let from = -1;
	let to = -1;
	for (let at = start; at < end; at += 1) {
		const found = side.counterpart(at);
		if (found < 0) continue;
		if (from < 0) from = found;
		to = found + 1;
	}
	if (from < 0 || to - from > 2 * (end - start)) return false;
	return likeness(cut(other, { start: from, end: to }), side.text.slice(start, end)) >= fits;
}

/**
 * The lead of the ends of the quotation over the same ends slid to where the text beside them goes on: over what is gone,
 * or came in, between the two.
 */
function slidingLead(side: Side, other: Side, noise: number): Lead {
	let lead = alone;
	for (const end of ['start', 'end'] as const) {
		const edge = end === 'start' ? startOf : endOf;
		const words = cut(other, edge(other));
		for (const by of shiftsBeside(side, other, end)) {
			if (!slides(side, end, by)) continue;
			const slid = likeness(cut(side, moved(edge(side), by)), words);
			const own = likeness(cut(side, edge(side)), words);
			if (slid > 0) lead = smaller(lead, leadOf(own, slid, { length: words.length, noise }));
		}
	}
	return lead;
}

/**
 * How far away, against the end of the quotation, the counterparts of the text just beyond its other place stand. Not
 * where whole passages lie between: that gap stands where it should. And no further than where a passage ends in both
 * texts, with all of it there up to that.
 */
function shiftsBeside(side: Side, other: Side, end: 'start' | 'end'): number[] {
	const shifts: number[] = [];
	const step = end === 'start' ? -1 : 1;
	const ownEdge = end === 'start' ? side.own.start : side.own.end - 1;
	const otherEdge = end === 'start' ? other.own.start : other.own.end - 1;
	let nearer = ownEdge;
	for (let distance = 1; distance <= slidingReach; distance += 1) {
		const beside = otherEdge + step * distance;
		if (endsPassage(other, beside, step) && endsPassage(side, nearer + step, step)) break;
		const found = beside < 0 ? -1 : other.counterpart(beside);
		if (found < 0) continue;
		const by = found - step * distance - ownEdge;
		const isNew = Math.abs(by) >= shortestShift && shifts.every((known) => Math.abs(known - by) > 3);
		if (isNew && !isGapOfPassages(side, Math.min(nearer, found) + 1, Math.max(nearer, found))) shifts.push(by);
		nearer = found;
	}
	return shifts.slice(0, mostShifts);
}

/** Whether the first unit of another passage, coming from the one before or behind it, is within a misread letter. */
function endsPassage({ begins }: Side, at: number, step: 1 | -1): boolean {
	const isBegin = (first: number) => first <= 0 || first >= begins.length || begins[first] === 1;
	return [0, 1, 2].some((by) => isBegin(step > 0 ? at + by : at + 1 - by));
}

/** Whether what lies from `start` to `end` begins and ends with a passage, give or take a misread letter. */
function isGapOfPassages({ begins }: Side, start: number, end: number): boolean {
	const isBegin = (at: number) => at >= begins.length || begins[at] === 1;
	return [0, 1, 2, 3].some((by) => isBegin(start + by)) && [0, 1, 2, 3].some((by) => isBegin(end - by));
}

/** Whether what stands at an end of the quotation stands there too. */
function slides(side: Side, at: 'start' | 'end', by: number): boolean {
	const end = at === 'start' ? firstPart(side.own) : lastPart(side.own);
	return likeness(cut(side, moved(end, by)), cut(side, end)) >= 0.75;
}

function startOf({ own }: Side): Span {
	return { start: own.start - beyondLength, end: firstPart(own).end };
}

function endOf({ own }: Side): Span {
	return { start: lastPart(own).start, end: own.end + beyondLength };
}

function firstPart({ start, end }: Span): Span {
	return { start, end: Math.min(end, start + edgeLength) };
}

function lastPart({ start, end }: Span): Span {
	return { start: Math.max(start, end - edgeLength), end };
}

/** A little wider, since noise shifts. */
function moved({ start, end }: Span, by: number): Span {
	return { start: start + by - 3, end: end + by + 3 };
}
