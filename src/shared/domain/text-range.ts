import { type AnnotationTarget, quoteContextLength, type TextRange } from './annotation.ts';
import { AppError } from './app-error.ts';
import type { StoredBlock } from './block.ts';

/** What this module needs of a block. Blocks are passed in the order of their ordinals; those without text may be left out. */
export type TextBlock = Pick<StoredBlock, 'ordinal' | 'text'>;

/** A place in an edition: a passage and a UTF-16 offset into its stored text. */
export interface TextPoint {
	ordinal: number;
	offset: number;
}

/** What stands between two passages in a quotation and its context. */
const passageSeparator = '\n';

/**
 * The same range in its one normal form: start before end, never inside a surrogate pair (it grows to the whole
 * character), and with a unit of text at both ends: a start behind a passage's last unit moves to the next text, an end
 * before a passage's first unit to the text before. Throws `invalid-input` for places outside the blocks and for ranges
 * without text.
 */
export function normaliseRange(blocks: readonly TextBlock[], range: TextRange): TextRange {
	const [first, last] = inOrder(startOf(range), endOf(range));
	const start = skipToText(blocks, beforeCharacter(blocks, first));
	const end = skipBackToText(blocks, afterCharacter(blocks, last));
	const isEmpty = !start || !end || comparePoints(first, last) === 0 || comparePoints(start, end) >= 0;
	if (isEmpty) throw new AppError('invalid-input', { reason: 'no text in the range' });
	return {
		editionId: range.editionId,
		startOrdinal: start.ordinal,
		startOffset: start.offset,
		endOrdinal: end.ordinal,
		endOffset: end.offset,
	};
}

/**
 * What is stored with an annotation on `range`: the normal form, the marked words (passages joined by '\n', blocks
 * without text left out) and up to 64 UTF-16 units of context on each side, which run on over passages and never start
 * or end inside a surrogate pair. Throws `invalid-input` as `normaliseRange` does.
 */
export function describeTarget(blocks: readonly TextBlock[], range: TextRange): AnnotationTarget {
	const normal = normaliseRange(blocks, range);
	return {
		...normal,
		exact: textOfRange(blocks, normal),
		prefix: textBefore(blocks, startOf(normal)),
		suffix: textAfter(blocks, endOf(normal)),
	};
}

/** The words in a range in normal form: its part of each passage, with `separator` between. */
export function textOfRange(
	blocks: readonly TextBlock[],
	range: TextRange,
	separator: string = passageSeparator,
): string {
	const parts: string[] = [];
	for (let at = indexOf(blocks, range.startOrdinal); at < blocks.length; at += 1) {
		const block = blocks[at];
		if (!block || block.ordinal > range.endOrdinal) break;
		const part = partWithin(range, block);
		if (part) parts.push(block.text.slice(part.start, part.end));
	}
	return parts.join(separator);
}

/** The stretch of one block's text that a range in normal form covers, in UTF-16 units; null when it covers nothing of it. */
export function partWithin(range: TextRange, block: TextBlock): { start: number; end: number } | null {
	if (block.ordinal < range.startOrdinal || block.ordinal > range.endOrdinal) return null;
	const start = block.ordinal === range.startOrdinal ? range.startOffset : 0;
	const end = block.ordinal === range.endOrdinal ? Math.min(range.endOffset, block.text.length) : block.text.length;
	return start < end ? { start, end } : null;
}

/** Order of the text: by start, and of two that start together the longer first, so that an inner one comes after its outer. */
export function compareRanges(a: TextRange, b: TextRange): number {
	return comparePoints(startOf(a), startOf(b)) || comparePoints(endOf(b), endOf(a));
}

/** Whether two ranges of one edition share at least one unit of text; ranges that only touch do not. */
export function rangesOverlap(a: TextRange, b: TextRange): boolean {
	return (
		a.editionId === b.editionId && comparePoints(startOf(a), endOf(b)) < 0 && comparePoints(startOf(b), endOf(a)) < 0
	);
}

/** Whether the unit of text that begins at `point` lies in the range. */
export function rangeHolds(range: TextRange, point: TextPoint): boolean {
	return comparePoints(startOf(range), point) <= 0 && comparePoints(point, endOf(range)) < 0;
}

export function comparePoints(a: TextPoint, b: TextPoint): number {
	return a.ordinal - b.ordinal || a.offset - b.offset;
}

export function startOf(range: TextRange): TextPoint {
	return { ordinal: range.startOrdinal, offset: range.startOffset };
}

export function endOf(range: TextRange): TextPoint {
	return { ordinal: range.endOrdinal, offset: range.endOffset };
}

/** `offset` moved back by one unit where it stands between the two halves of a surrogate pair. */
export function beforePair(text: string, offset: number): number {
	return splitsPair(text, offset) ? offset - 1 : offset;
}

/** `offset` moved on by one unit where it stands between the two halves of a surrogate pair. */
export function afterPair(text: string, offset: number): number {
	return splitsPair(text, offset) ? offset + 1 : offset;
}

function splitsPair(text: string, offset: number): boolean {
	return isHighSurrogate(text.charCodeAt(offset - 1)) && isLowSurrogate(text.charCodeAt(offset));
}

function isHighSurrogate(unit: number): boolean {
	return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
	return unit >= 0xdc00 && unit <= 0xdfff;
}

function inOrder(a: TextPoint, b: TextPoint): [TextPoint, TextPoint] {
	return comparePoints(a, b) <= 0 ? [a, b] : [b, a];
}

function beforeCharacter(blocks: readonly TextBlock[], point: TextPoint): TextPoint {
	return { ordinal: point.ordinal, offset: beforePair(checkedText(blocks, point), point.offset) };
}

function afterCharacter(blocks: readonly TextBlock[], point: TextPoint): TextPoint {
	return { ordinal: point.ordinal, offset: afterPair(checkedText(blocks, point), point.offset) };
}

function checkedText(blocks: readonly TextBlock[], { ordinal, offset }: TextPoint): string {
	const block = blocks[indexOf(blocks, ordinal)];
	if (block?.ordinal !== ordinal) throw new AppError('invalid-input', { reason: `no passage ${ordinal}` });
	if (!Number.isInteger(offset) || offset < 0 || offset > block.text.length) {
		throw new AppError('invalid-input', { reason: `no offset ${offset} in passage ${ordinal}` });
	}
	return block.text;
}

function skipToText(blocks: readonly TextBlock[], point: TextPoint): TextPoint | null {
	const at = indexOf(blocks, point.ordinal);
	if (point.offset < (blocks[at]?.text.length ?? 0)) return point;
	const next = blocks.slice(at + 1).find((block) => block.text.length > 0);
	return next ? { ordinal: next.ordinal, offset: 0 } : null;
}

function skipBackToText(blocks: readonly TextBlock[], point: TextPoint): TextPoint | null {
	if (point.offset > 0) return point;
	const previous = blocks.slice(0, indexOf(blocks, point.ordinal)).findLast((block) => block.text.length > 0);
	return previous ? { ordinal: previous.ordinal, offset: previous.text.length } : null;
}

function textBefore(blocks: readonly TextBlock[], point: TextPoint): string {
	const at = indexOf(blocks, point.ordinal);
	let context = blocks[at]?.text.slice(0, point.offset) ?? '';
	for (let index = at - 1; index >= 0 && context.length < quoteContextLength; index -= 1) {
		const text = blocks[index]?.text;
		if (text) context = text + passageSeparator + context;
	}
	return context.slice(afterPair(context, Math.max(0, context.length - quoteContextLength)));
}

function textAfter(blocks: readonly TextBlock[], point: TextPoint): string {
	const at = indexOf(blocks, point.ordinal);
	let context = blocks[at]?.text.slice(point.offset) ?? '';
	for (let index = at + 1; index < blocks.length && context.length < quoteContextLength; index += 1) {
		const text = blocks[index]?.text;
		if (text) context += passageSeparator + text;
	}
	return context.slice(0, beforePair(context, quoteContextLength));
}

/** Index of the first block whose ordinal is not below `ordinal`: binary search, since an edition may have 100,000. */
function indexOf(blocks: readonly TextBlock[], ordinal: number): number {
	let low = 0;
	let high = blocks.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((blocks[middle]?.ordinal ?? 0) < ordinal) low = middle + 1;
		else high = middle;
	}
	return low;
}
