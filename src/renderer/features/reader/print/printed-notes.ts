import type { Thread } from '#renderer/features/annotations/index.ts';
import { annotatedWords } from '#shared/domain/annotated-words.ts';
import { type Annotation, rangeIn, type TextRange } from '#shared/domain/annotation.ts';
import { citedNumber, type StoredBlock } from '#shared/domain/block.ts';
import type { EditionId } from '#shared/domain/ids.ts';
import { quotedWords } from '#shared/domain/placed-words.ts';
import { partWithin } from '#shared/domain/text-range.ts';

/** A note as it stands on paper. */
export interface PrintedNote {
	/** From 1, in the order of the text; those on no words of it behind the others. */
	number: number;
	/** Its words in this edition; null for a note on the whole record, on a part of a page, and on words that are not here. */
	range: TextRange | null;
	annotation: Annotation;
	/** ¶ numbers of its words, "3" or "3–4"; '' where these are not counted. */
	paragraphs: string;
	words: string;
	/** Answers to it and to its answers, oldest first. */
	replies: readonly Annotation[];
	/** Longer than a margin has room for: there it is named, and given in full behind the text. */
	isLong: boolean;
}

/** UTF-16 units of a note and its answers that a margin takes: some thirty lines. Beside more the text would leave sheets empty. */
const longestInMargin = 600;

/** What a note marks of one passage, for what draws its text. */
export interface NotedPart {
	kind: 'noted';
	start: number;
	end: number;
	purpose: Annotation['purpose'];
	/** Where the note's number is drawn: at the end of its last words; null in the passages before it. */
	number: number | null;
	/** End of the part itself: what overlaps it may have it drawn in pieces. */
	partEnd: number;
}

interface PrintedEdition {
	id: EditionId;
	blocks: readonly StoredBlock[];
	/** Whether something is blacked out in it. */
	isRedacted: boolean;
}

/**
 * Every note of the record with what was answered: those on this edition's words in the order in which these end, then the
 * rest. With a redacted text, which is printed for strangers, no note goes that is not on its words, and none is quoted by
 * the words that it was made on: what was blacked out may be among them.
 */
export function printedNotes(
	threads: readonly Thread[],
	{ id: editionId, blocks, isRedacted }: PrintedEdition,
): PrintedNote[] {
	const ranged = threads.map((thread) => ({ ...thread, range: rangeIn(thread.annotation, editionId) }));
	const placed = ranged.flatMap(({ range, ...thread }) => (range ? [{ ...thread, range }] : []));
	placed.sort((a, b) => byEnd(a.range, b.range));
	const others = isRedacted ? [] : ranged.filter(({ range }) => range === null);
	return [...placed, ...others].map(({ annotation, replies, range }, at) => ({
		...{ number: at + 1, range, annotation, replies },
		paragraphs: range ? citedNumbers(blocks, range) : '',
		words: range && isRedacted ? quotedWords(blocks, range) : annotatedWords(annotation, blocks, editionId),
		isLong: [annotation, ...replies].reduce((length, { body }) => length + body.length, 0) > longestInMargin,
	}));
}

/** Of those that end together the inner ones come first, as their numbers stand behind the words. */
function byEnd(a: TextRange, b: TextRange): number {
	return (
		a.endOrdinal - b.endOrdinal ||
		a.endOffset - b.endOffset ||
		b.startOrdinal - a.startOrdinal ||
		b.startOffset - a.startOffset
	);
}

function citedNumbers(blocks: readonly StoredBlock[], { startOrdinal, endOrdinal }: TextRange): string {
	const numbers = [startOrdinal, endOrdinal].map((ordinal) => citedNumber(blocks, ordinal));
	return [...new Set(numbers.filter((number) => number !== null))].join('–');
}

/** What the notes mark of the passages, by ordinal. @param blocks of the whole text */
export function notedParts(
	notes: readonly PrintedNote[],
	blocks: readonly StoredBlock[],
): ReadonlyMap<number, readonly NotedPart[]> {
	const parts = new Map<number, NotedPart[]>();
	// From the last: of two on the same words the later is drawn around the earlier, so that their numbers ascend.
	for (const { number, range, annotation } of notes.toReversed()) {
		if (!range) continue;
		const marked = blocks.slice(range.startOrdinal, range.endOrdinal + 1).flatMap((block) => {
			const part = partWithin(range, block);
			return part ? [{ ...part, ordinal: block.ordinal }] : [];
		});
		for (const { ordinal, start, end } of marked) {
			const isLast = ordinal === marked.at(-1)?.ordinal;
			const { purpose } = annotation;
			const part: NotedPart = { kind: 'noted', start, end, purpose, number: isLast ? number : null, partEnd: end };
			const known = parts.get(ordinal);
			if (known) known.push(part);
			else parts.set(ordinal, [part]);
		}
	}
	return parts;
}
