import type { BlockKind, StoredBlock } from './block.ts';

/**
 * What is known of every block of a text before its words are: enough to lay the text out, to number it and to say how
 * much of it is left. Index and ordinal are the same. In columns, since a long text has a hundred thousand blocks.
 */
export interface TextOutline {
	kinds: BlockKind[];
	numbers: (number | null)[];
	/** About how long each is, in characters. */
	lengths: number[];
	/** Of cells, and of pictures in them, the table that they stand in; null of all others. */
	tables: (number | null)[];
}

/** A text as it comes first: its outline, and some of its blocks. */
export interface TextOpening {
	outline: TextOutline;
	/** In order: the beginning, what stands around the place asked for, and all headings; the whole of a short text. */
	blocks: StoredBlock[];
}

/** A part of a text that is drawn as one; a list or table is never cut in two. */
export interface TextSection {
	/** Ordinals of the first and last block in it. */
	firstOrdinal: number;
	lastOrdinal: number;
	/** About how much is in it, in characters; a height is estimated from that before it is laid out. */
	weight: number;
}

/** Ordinals of the first and last of some blocks. */
export type OrdinalRange = [first: number, last: number];

/** Weight at which a section ends, in characters: some two screens. */
const leastWeight = 3000;
/** A long text has longer sections: with every frame the browser goes through all of them, seen or not. */
const mostSections = 800;
/** What a block adds beside its characters: the space around it. */
const blockWeight = 60;
/** What a picture is beside text, about: some twelve lines. Its room is kept from the moment that it is drawn. */
const figureWeight = 800;
/** A text up to this weight comes whole: to ask twice would take longer. */
const shortText = 250_000;
/** So much comes first from a place on: more than a screen shows. */
const openingWeight = 16_000;

export function outlineOf(blocks: readonly StoredBlock[]): TextOutline {
	return {
		kinds: blocks.map(({ kind }) => kind),
		numbers: blocks.map(({ number }) => number),
		lengths: blocks.map(({ text }) => text.length),
		tables: blocks.map(({ cell }) => cell?.table ?? null),
	};
}

/** The title that a text begins with, by its ordinal; -1 where it begins with something else. */
export function titleOrdinal({ kinds, lengths }: TextOutline): number {
	const first = lengths.findIndex((length) => length > 0);
	return kinds[first] === 'title' ? first : -1;
}

/** Cuts a text into sections, from a block on. */
export function cutSections(outline: TextOutline, from: number): TextSection[] {
	const sections: TextSection[] = [];
	const enough = Math.max(leastWeight, weightBetween(outline, [from, outline.kinds.length - 1]) / mostSections);
	for (let ordinal = from; ordinal < outline.kinds.length; ordinal += 1) {
		const before = sections.at(-1);
		const weight = weightBetween(outline, [ordinal, ordinal]);
		if (before && (before.weight < enough || isOneRun(outline, ordinal))) {
			before.lastOrdinal = ordinal;
			before.weight += weight;
		} else sections.push({ firstOrdinal: ordinal, lastOrdinal: ordinal, weight });
	}
	return sections;
}

/** Whether a block goes on with the list or the table of the one before it. */
function isOneRun({ kinds, tables }: TextOutline, ordinal: number): boolean {
	if (kinds[ordinal] === 'item') return kinds[ordinal - 1] === 'item';
	const table = tables[ordinal] ?? null;
	return table !== null && tables[ordinal - 1] === table;
}

/** How much some blocks are, as the weight of a section counts it. */
export function weightOf(blocks: readonly StoredBlock[]): number {
	return blocks.reduce((weight, { kind, text }) => weight + text.length + weightOfKind(kind), 0);
}

function weightBetween({ kinds, lengths }: TextOutline, [first, last]: OrdinalRange): number {
	let weight = 0;
	for (let ordinal = first; ordinal <= last; ordinal += 1)
		weight += (lengths[ordinal] ?? 0) + weightOfKind(kinds[ordinal]);
	return weight;
}

function weightOfKind(kind: BlockKind | undefined): number {
	return kind === 'figure' ? figureWeight : blockWeight;
}

/** Ordinals of the pictures of a text, in order: the first is Picture 1. */
export function figureOrdinals({ kinds }: TextOutline): number[] {
	const ordinals: number[] = [];
	// Without anything made for each block: a long text has a hundred thousand.
	for (let ordinal = kinds.indexOf('figure'); ordinal >= 0; ordinal = kinds.indexOf('figure', ordinal + 1))
		ordinals.push(ordinal);
	return ordinals;
}

/** Position of the section that has this ordinal; the last one when it lies behind all. */
export function sectionIndexOf(sections: readonly TextSection[], ordinal: number): number {
	const index = sections.findIndex((section) => ordinal <= section.lastOrdinal);
	return index < 0 ? Math.max(0, sections.length - 1) : index;
}

/** Which blocks come first when a text is opened at a place, headings aside: ranges in order that do not touch. */
export function openingRanges(outline: TextOutline, ordinal: number): OrdinalRange[] {
	const last = outline.kinds.length - 1;
	const whole: OrdinalRange = [0, last];
	if (weightBetween(outline, whole) <= shortText) return last < 0 ? [] : [whole];
	const sections = cutSections(outline, titleOrdinal(outline) + 1);
	const at = sectionIndexOf(sections, ordinal);
	const start: OrdinalRange = [0, endOfOpening(sections, 0)];
	const around: OrdinalRange = [sections[Math.max(0, at - 1)]?.firstOrdinal ?? 0, endOfOpening(sections, at)];
	return around[0] <= start[1] + 1 ? [[0, Math.max(start[1], around[1])]] : [start, around];
}

export function isWithin(ranges: readonly OrdinalRange[], ordinal: number): boolean {
	return ranges.some(([first, last]) => first <= ordinal && ordinal <= last);
}

/** The last block of what comes first from a section on: the whole of it and enough behind it. */
function endOfOpening(sections: readonly TextSection[], from: number): number {
	let end = sections[from]?.lastOrdinal ?? 0;
	let weight = 0;
	for (const section of sections.slice(from + 1)) {
		if (weight >= openingWeight) break;
		weight += section.weight;
		end = section.lastOrdinal;
	}
	return end;
}
