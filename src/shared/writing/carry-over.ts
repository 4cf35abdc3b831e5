import type { Block, BlockKind, Mark } from '../domain/block.ts';
import { Alignment, type AlignmentBudget, type Correspondence } from '../text/anchor/alignment.ts';
import { heaviestChain } from '../text/anchor/heaviest-chain.ts';
import { TextStream } from '../text/anchor/text-stream.ts';
import { blackened } from './blackened.ts';
import type { WrittenBlock } from './written-text.ts';

/** Kinds that a typed text has no sign for. */
const unsigned: ReadonlySet<BlockKind> = new Set(['verse', 'preformatted', 'cell', 'caption', 'note']);

/** So much of a passage that was only corrected is what it was: less, and it may have been parted or joined. */
const nearly = 0.8;

/** What laying letters beside letters may cost in a whole text (see `Alignment`): some seconds. */
const mostCells = 100_000_000;

/** A stretch of one passage, in UTF-16 units. */
export interface Stretch {
	/** Position of its block in its text. */
	ordinal: number;
	start: number;
	end: number;
}

export interface CarriedOver {
	blocks: Block[];
	/** Where a stretch of the text before stands in the new one; null where it is gone or torn apart. */
	placeOf(before: Stretch): Stretch | null;
}

/** A text to carry over to, as it can be sent to another process. */
export interface CarryingTask {
	written: readonly WrittenBlock[];
	before: readonly Block[];
	/** Stretches of the text before whose place is asked for. */
	asked: readonly Stretch[];
}

export interface CarryingResult {
	blocks: Block[];
	/** Of those that were asked for, in their order. */
	places: (Stretch | null)[];
}

/** `carryOver` for another process: minutes of letters beside letters are none of the archive's. */
export function carryAsked({ written, before, asked }: CarryingTask): CarryingResult {
	const { blocks, placeOf } = carryOver(written, before);
	return { blocks, places: asked.map(placeOf) };
}

/** What the other process found, as `carryOver` gives it. */
export function carriedOf({ asked }: CarryingTask, { blocks, places }: CarryingResult): CarriedOver {
	const found = new Map(asked.map((stretch, index) => [keyOf(stretch), places[index] ?? null]));
	return { blocks, placeOf: (stretch) => found.get(keyOf(stretch)) ?? null };
}

function keyOf({ ordinal, start, end }: Stretch): string {
	return `${ordinal} ${start} ${end}`;
}

/**
 * The blocks of a typed text, with what typing cannot say taken over from the passages that they stand for: those that are
 * the same to the letter, and between them those that have the most letters in common.
 */
export function carryOver(written: readonly WrittenBlock[], before: readonly Block[]): CarriedOver {
	const figures = before.filter(({ kind }) => kind === 'figure');
	// A picture that the text before does not have cannot be typed.
	const typed = written.filter(({ picture }) => !picture || figures[picture.number - 1]);
	const old = passagesOf(before);
	const other = passagesOf(typed);
	const gaps = gapsBetween(sameTexts(old, other), old, other);
	const places = new Map<number, (start: number, end: number) => Stretch | null>();
	const sources = new Map<number, number>();
	const budget = { cells: mostCells };
	for (const gap of gaps) layBeside(gap, places, sources, budget);
	const placeOf = ({ ordinal, start, end }: Stretch) => places.get(ordinal)?.(start, end) ?? null;
	const blocks = typed.map((block, ordinal) => {
		const figure = block.picture && figures[block.picture.number - 1];
		if (figure) return withFigure(block, figure);
		const source = sources.get(ordinal);
		const kept = source === undefined ? undefined : before[source];
		return kept && source !== undefined ? withKept(block, kept, source, ordinal, placeOf) : plain(block);
	});
	return { blocks, placeOf };
}

interface Passage {
	ordinal: number;
	text: string;
}

function passagesOf(blocks: readonly { text: string }[]): Passage[] {
	return blocks.flatMap(({ text }, ordinal) => (text === '' ? [] : { ordinal, text }));
}

/** Indexes of passages that are word for word the same and stand in the same order, found by texts that are there once. */
function sameTexts(old: readonly Passage[], other: readonly Passage[]): [number, number][] {
	const places = onlyPlaces(old);
	const runs = [...onlyPlaces(other)].flatMap(([text, to]) => {
		const from = places.get(text);
		return from === undefined ? [] : { old: from, new: to, length: 1 };
	});
	return heaviestChain(runs.toSorted((a, b) => a.old - b.old)).map((run) => [run.old, run.new]);
}

function onlyPlaces(passages: readonly Passage[]): Map<string, number> {
	const places = new Map<string, number>();
	const twice = new Set<string>();
	passages.forEach(({ text }, index) => {
		if (places.has(text)) twice.add(text);
		places.set(text, index);
	});
	for (const text of twice) places.delete(text);
	return places;
}

interface Gap {
	old: readonly Passage[];
	other: readonly Passage[];
}

/** Each pair that is the same as a gap of its own, and what lies between them. */
function gapsBetween(pairs: readonly [number, number][], old: readonly Passage[], other: readonly Passage[]): Gap[] {
	const gaps: Gap[] = [];
	let [fromOld, fromOther] = [0, 0];
	const add = (toOld: number, toOther: number) => {
		// What repeats, such as a line of stars, is the same where all around it is.
		while (fromOld < toOld && fromOther < toOther && old[fromOld]?.text === other[fromOther]?.text) {
			gaps.push({ old: old.slice(fromOld, fromOld + 1), other: other.slice(fromOther, fromOther + 1) });
			fromOld += 1;
			fromOther += 1;
		}
		if (fromOld < toOld && fromOther < toOther)
			gaps.push(...apart({ old: old.slice(fromOld, toOld), other: other.slice(fromOther, toOther) }));
		[fromOld, fromOther] = [toOld, toOther];
	};
	for (const [atOld, atOther] of pairs) {
		add(atOld, atOther);
		add(atOld + 1, atOther + 1);
	}
	add(old.length, other.length);
	return gaps;
}

/**
 * Passages of a gap pair by pair, where each is nearly the other or has something blacked out: then none was parted, and
 * letters are compared by a few.
 */
function apart({ old, other }: Gap): Gap[] {
	const isNearlyOther = ({ text }: Passage, at: number) => {
		const written = other[at]?.text ?? '';
		const { before, behind } = sharedEnds(text, written);
		return written.includes(blackened) || before + behind >= nearly * Math.max(text.length, written.length);
	};
	if (old.length !== other.length || !old.every(isNearlyOther)) return [{ old, other }];
	return old.map((passage, at) => ({ old: [passage], other: other.slice(at, at + 1) }));
}

/** Notes for the passages of a gap where their letters stand, and for each new one which it stands for. */
function layBeside(
	{ old, other }: Gap,
	places: Map<number, (start: number, end: number) => Stretch | null>,
	sources: Map<number, number>,
	budget: AlignmentBudget,
): void {
	const [only, written] = [old[0], other[0]];
	if (old.length === 1 && other.length === 1 && only && written && only.text === written.text) {
		sources.set(written.ordinal, only.ordinal);
		places.set(only.ordinal, (start, end) => ({ ordinal: written.ordinal, start, end }));
		return;
	}
	const [before, after] = [new TextStream(old), new TextStream(other)];
	const alignment = alignBetweenEnds(before, after, budget);
	other.forEach(({ ordinal, text }, index) => {
		const from = after.starts[index] ?? 0;
		const shared = new Map<number, number>();
		for (let at = from; at < from + text.length; at += 1) {
			const oldAt = alignment.oldAt(at);
			if (oldAt < 0) continue;
			const source = old[before.passageAt(oldAt)]?.ordinal ?? -1;
			shared.set(source, (shared.get(source) ?? 0) + 1);
		}
		const [most] = [...shared].sort(([, a], [, b]) => b - a);
		const isOnly = old.length === 1 && other.length === 1;
		if (most && most[1] * 2 > text.length) sources.set(ordinal, most[0]);
		else if (isOnly && only) sources.set(ordinal, only.ordinal);
	});
	old.forEach(({ ordinal }, index) => {
		const from = before.starts[index] ?? 0;
		places.set(ordinal, (start, end) => {
			const first = alignment.newAt(from + start);
			const last = alignment.newAt(from + end - 1);
			const passage = first < 0 || last < first ? -1 : after.passageAt(first);
			const found = other[passage];
			if (!found || after.passageAt(last) !== passage) return null;
			const begin = after.starts[passage] ?? 0;
			// A letter may stand beside the line feed behind a passage, which is no part of it.
			const stretch = { start: first - begin, end: Math.min(last + 1 - begin, found.text.length) };
			return stretch.start < stretch.end ? { ordinal: found.ordinal, ...stretch } : null;
		});
	});
}

/**
 * What a passage and the other both begin and end with is the same without a search: one word corrected in a long one
 * costs a word. Several passages are compared whole, as one that came in between look-alikes begins like them.
 */
function alignBetweenEnds(old: TextStream, other: TextStream, budget: AlignmentBudget): Correspondence {
	const isOne = old.starts.length === 1 && other.starts.length === 1;
	const { before, behind } = isOne ? sharedEnds(old.text, other.text) : { before: 0, behind: 0 };
	const [oldEnd, otherEnd] = [old.text.length - behind, other.text.length - behind];
	const alignment = new Alignment(comparable(old, before, oldEnd), comparable(other, before, otherEnd), budget);
	const within = (at: number) => (at < 0 ? at : before + at);
	return {
		newAt: (at) => (at < before ? at : at >= oldEnd ? at - oldEnd + otherEnd : within(alignment.newAt(at - before))),
		oldAt: (at) => (at < before ? at : at >= otherEnd ? at - otherEnd + oldEnd : within(alignment.oldAt(at - before))),
	};
}

/** How many units both begin with, and how many of the others both end with. */
function sharedEnds(one: string, other: string): { before: number; behind: number } {
	const most = Math.min(one.length, other.length);
	let before = 0;
	while (before < most && one.charCodeAt(before) === other.charCodeAt(before)) before += 1;
	let behind = 0;
	while (
		behind < most - before &&
		one.charCodeAt(one.length - 1 - behind) === other.charCodeAt(other.length - 1 - behind)
	)
		behind += 1;
	return { before, behind };
}

function comparable({ text, starts }: TextStream, from: number, to: number): { text: string; begins: Uint8Array } {
	const begins = new Uint8Array(to - from);
	for (const start of starts) if (start >= from && start < to) begins[start - from] = 1;
	return { text: text.slice(from, to), begins };
}

function plain({ kind, text, level, page }: WrittenBlock): Block {
	return {
		kind: kind ?? 'paragraph',
		text,
		...(level !== undefined && { level }),
		...(page !== undefined && { page }),
	};
}

/** The picture as it is, with what is typed of it. */
function withFigure(block: WrittenBlock, { figure = {}, cell }: Block): Block {
	const { alt: _, ...picture } = figure;
	const alt = block.picture?.alt ?? '';
	return { ...plain(block), figure: { ...picture, ...(alt !== '' && { alt }) }, ...(cell && { cell }) };
}

function withKept(
	block: WrittenBlock,
	kept: Block,
	source: number,
	ordinal: number,
	placeOf: CarriedOver['placeOf'],
): Block {
	const typed = plain(block);
	const kind = block.kind ?? (unsigned.has(kept.kind) ? kept.kind : 'paragraph');
	const marks = (kept.marks ?? []).flatMap((mark): Mark | [] => {
		const place = placeOf({ ordinal: source, start: mark.start, end: mark.end });
		return place?.ordinal === ordinal ? { ...mark, start: place.start, end: place.end } : [];
	});
	const { level, marker, cell, language, wrapped, time } = kept;
	const isSameKind = kind === kept.kind;
	return {
		...typed,
		kind,
		...(isSameKind && level !== undefined && hasSameSign(level, typed) && { level }),
		...(isSameKind && marker !== undefined && { marker }),
		...(isSameKind && cell && { cell }),
		...(language !== undefined && { language }),
		...(wrapped && { wrapped }),
		...(time && { time }),
		...(marks.length > 0 && { marks }),
	};
}

/** A typed heading says its level itself, down to the last that its sign can tell. */
function hasSameSign(level: number, { kind, level: typed }: Block): boolean {
	return kind !== 'heading' || Math.min(5, level) === typed;
}
