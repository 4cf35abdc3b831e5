import search from 'approx-string-match';
import type { Alignment } from './alignment.ts';
import type { ComparableText } from './comparable-text.ts';
import type { Span } from './text-stream.ts';

/** Units on each side, in the same passage, in which look-alikes may differ. */
const contextLength = 160;
/** Units beyond an end that tell which text goes on there. */
const beyondLength = 64;
/** Units at an end of the quotation that are looked at by themselves, with the context on that side. */
const edgeLength = 6;
/** Units on each side in which a look-alike could have been taken for the quotation by the alignment. */
const reach = 400;
const longestWidening = 2000;
const shortestStretch = 6;
/** Where the text goes on elsewhere this near to an end of the quotation, the end may belong there. */
const slidingReach = 100;
const mostShifts = 4;
/** Less may be noise adding up, and would overlap the end itself. */
const shortestShift = 16;

/** The lead of a place over its nearest rival, -1 to 1; 1 where there is none. */
export interface Lead {
	margin: number;
	/** Whether the lead is more than noise alone would make. */
	isClear: boolean;
}

/** One of the two texts, the quotation or its place in it, and what stands near it without a counterpart. */
interface Side {
	text: string;
	begins: Uint8Array;
	own: Span;
	/** The unit of the other text that stands for one of this; -1 where none does. */
	counterpart(at: number): number;
	stretches: Span[];
}

/**
 * Compares the place of a quotation with its rivals: words beside it that are gone now and may have been these, or words
 * beside the place that came in and may be those meant. The ends are tried by themselves too: where something between
 * look-alikes went, it is the end of a mark that slips.
 */
export function leadOverRivals(
	alignment: Alignment,
	{ span, place }: { span: Span; place: Span },
	noise: number,
): Lead {
	const old = sideOf(alignment.old, span, (at) => alignment.newAt(at));
	const other = sideOf(alignment.new, place, (at) => alignment.oldAt(at));
	return [
		leadIn(old, quoted(other), noise),
		leadIn(other, quoted(old), noise),
		slidingLead(old, other, noise),
		slidingLead(other, old, noise),
	].reduce(smaller);
}

function smaller(a: Lead, b: Lead): Lead {
	return { margin: Math.min(a.margin, b.margin), isClear: a.isClear && b.isClear };
}

const alone: Lead = { margin: 1, isClear: true };

/** Two readings of one text of this length differ by chance: three and a half standard deviations, and a little. */
function leadOf(own: number, rival: number, { length, noise }: { length: number; noise: number }): Lead {
	const margin = own - rival;
	return { margin, isClear: margin >= 0.025 + 3.5 * Math.sqrt((2 * noise * (1 - noise)) / length) };
}

/**
 * The quotation with its context, as it stands in a text: no further than its passage, since the one beside it may be what
 * went or came.
 */
function quoted(side: Side): string {
	let { start, end } = side.own;
	const { start: from, end: to } = widened(side.own);
	while (start > Math.max(0, from) && side.begins[start] !== 1) start -= 1;
	while (end < Math.min(to, side.text.length) && side.begins[end] !== 1) end += 1;
	return cut(side, { start, end }).trim();
}

/** The lead of the own place over the stretches beside it, as the place where `words` come from. */
function leadIn(side: Side, words: string, noise: number): Lead {
	const least = Math.max(shortestStretch, (side.own.end - side.own.start) / 2);
	const rivals = side.stretches.filter(({ start, end }) => end - start >= least);
	const best = Math.max(0, ...rivals.map((stretch) => likeness(cut(side, regionOf(side, stretch)), words)));
	return best === 0 ? alone : leadOf(likeness(quoted(side), words), best, { length: words.length, noise });
}

/** A stretch with its surroundings, but with no more than half of the quotation itself. */
function regionOf({ own }: Side, stretch: Span): Span {
	const middle = Math.floor((own.start + own.end) / 2);
	const { start, end } = widened(stretch);
	return stretch.end <= own.start ? { start, end: Math.min(end, middle) } : { start: Math.max(start, middle), end };
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
 * where whole passages lie between: that gap stands where it should.
 */
function shiftsBeside(side: Side, other: Side, end: 'start' | 'end'): number[] {
	const shifts: number[] = [];
	const step = end === 'start' ? -1 : 1;
	const ownEdge = end === 'start' ? side.own.start : side.own.end - 1;
	const otherEdge = end === 'start' ? other.own.start : other.own.end - 1;
	let nearer = ownEdge;
	for (let distance = 1; distance <= slidingReach; distance += 1) {
		const beside = otherEdge + step * distance;
		const found = beside < 0 ? -1 : other.counterpart(beside);
		if (found < 0) continue;
		const by = found - step * distance - ownEdge;
		const isNew = Math.abs(by) >= shortestShift && shifts.every((known) => Math.abs(known - by) > 3);
		if (isNew && !isGapOfPassages(side, Math.min(nearer, found) + 1, Math.max(nearer, found))) shifts.push(by);
		nearer = found;
	}
	return shifts.slice(0, mostShifts);
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

function widened({ start, end }: Span): Span {
	return { start: start - contextLength, end: end + contextLength };
}

function cut({ text }: Side, { start, end }: Span): string {
	return text.slice(Math.max(0, start), Math.max(0, end));
}

/** How well the best place in a text fits, from 0 to 1; 0 below a half. */
function likeness(text: string, words: string): number {
	const [best] = search(text, words, Math.floor(words.length / 2));
	return best ? 1 - best.errors / words.length : 0;
}

/** With the stretches near the quotation, outside of it, that have no counterpart. */
function sideOf({ text, begins }: ComparableText, own: Span, counterpart: Side['counterpart']): Side {
	const width = reach + Math.min(longestWidening, own.end - own.start);
	const before = { start: Math.max(0, own.start - width), end: own.start };
	const after = { start: own.end, end: Math.min(text.length, own.end + width) };
	return {
		text,
		begins,
		own,
		counterpart,
		stretches: [...unpaired(before, counterpart), ...unpaired(after, counterpart)],
	};
}

function unpaired(near: Span, counterpart: Side['counterpart']): Span[] {
	const stretches: Span[] = [];
	let start = near.start;
	for (let at = near.start; at <= near.end; at += 1) {
		if (at < near.end && counterpart(at) < 0) continue;
		if (at - start >= shortestStretch) stretches.push({ start, end: at });
		start = at + 1;
	}
	return stretches;
}
