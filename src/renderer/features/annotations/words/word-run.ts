import { comparePoints, type TextBlock, type TextPoint } from '#shared/domain/text-range.ts';

/**
 * Words that are being chosen by steps, without a pointer: from an anchor, which stays, to a caret, which moves. A caret
 * behind the anchor's start is the end of the run, one before it is its start, and then the run ends with the anchor.
 */
export interface WordRun {
	anchor: Stretch;
	caret: TextPoint;
}

/** A stretch of the text, its end not included; never empty. */
export interface Stretch {
	start: TextPoint;
	end: TextPoint;
}

/** By how much a step makes a run longer or shorter. */
export type StepUnit = 'word' | 'letter' | 'passage';
/** On in the text, or back. */
export type StepBy = 1 | -1;

export interface RunSteps {
	/** A run over the first word from a passage on, or over the last one up to its end; null where there is none. */
	first(ordinal: number): WordRun | null;
	last(ordinal: number): WordRun | null;
	/** A run over the next word, or the one before it; the same run at the ends of the text. */
	move(run: WordRun, by: StepBy): WordRun;
	/** A run over the first word of the next passage that has words, or of the one before. */
	moveByPassage(run: WordRun, by: StepBy): WordRun;
	/** The same words with the other end as the one that moves. */
	turn(run: WordRun): WordRun;
	/** The run with its caret moved on or back; the same run where it can go no further. */
	extend(run: WordRun, unit: StepUnit, by: StepBy): WordRun;
}

/** A run that covers what is given. */
export function runOver(anchor: Stretch): WordRun {
	return { anchor, caret: anchor.end };
}

/** What a run covers. */
export function stretchOfRun({ anchor, caret }: WordRun): Stretch {
	return isForward({ anchor, caret }) ? { start: anchor.start, end: caret } : { start: caret, end: anchor.end };
}

/** Whether it is the end that moves. */
export function isForward({ anchor, caret }: WordRun): boolean {
	return comparePoints(caret, anchor.start) > 0;
}

/**
 * The steps through one text. Words are those of Unicode's segmentation, so that they are found in scripts that write no
 * spaces too; a passage with signs alone is one word.
 *
 * @param blocks of one edition: index and ordinal are the same.
 */
export function createRunSteps(blocks: readonly TextBlock[]): RunSteps {
	const words = new Intl.Segmenter(undefined, { granularity: 'word' });
	const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
	const known = new Map<number, Stretch[]>();

	function wordsOf(ordinal: number): readonly Stretch[] {
		const before = known.get(ordinal);
		if (before) return before;
		const found = findWords(words, ordinal, blocks[ordinal]?.text ?? '');
		known.set(ordinal, found);
		return found;
	}

	/** The first word that fits, going on or back through the text from a passage. */
	function seek(from: number, by: StepBy, fits: (word: Stretch) => boolean): Stretch | null {
		for (let ordinal = from; ordinal >= 0 && ordinal < blocks.length; ordinal += by) {
			const found = by > 0 ? wordsOf(ordinal).find(fits) : wordsOf(ordinal).findLast(fits);
			if (found) return found;
		}
		return null;
	}
	const any = () => true;
	const endingAfter = (point: TextPoint) => seek(point.ordinal, 1, ({ end }) => comparePoints(end, point) > 0);
	const startingAfter = (point: TextPoint) => seek(point.ordinal, 1, ({ start }) => comparePoints(start, point) > 0);
	const startingBefore = (point: TextPoint) => seek(point.ordinal, -1, ({ start }) => comparePoints(start, point) < 0);
	const endingBefore = (point: TextPoint) => seek(point.ordinal, -1, ({ end }) => comparePoints(end, point) < 0);

	function byWord(run: WordRun, by: StepBy): TextPoint | undefined {
		const { anchor, caret } = run;
		if (by > 0) {
			if (isForward(run)) return endingAfter(caret)?.end;
			return startWithin(anchor, startingAfter(caret)?.start);
		}
		if (comparePoints(caret, anchor.end) > 0) return laterOf(endingBefore(caret)?.end, anchor.end);
		return startingBefore(earlierOf(caret, anchor.start))?.start;
	}

	/** Where a run begins that begins later; past its anchor, the other end goes on. Part of a word is no such end. */
	function startWithin(anchor: Stretch, start: TextPoint | undefined): TextPoint | undefined {
		if (start && comparePoints(start, anchor.start) < 0) return start;
		const isWord = wordsOf(anchor.start.ordinal).some((word) => comparePoints(word.start, anchor.start) === 0);
		return isWord ? anchor.end : undefined;
	}

	/** To move the start, the last letter is held; to move the end, what there is of the first word. */
	function turn(run: WordRun): WordRun {
		const { start, end } = stretchOfRun(run);
		if (isForward(run)) return { anchor: { start: laterOf(letterBefore(end), start), end }, caret: start };
		const word = endingAfter(start);
		return { anchor: { start, end: word ? earlierOf(word.end, end) : end }, caret: end };
	}

	function byLetter(run: WordRun, by: StepBy): TextPoint | undefined {
		const { anchor, caret } = run;
		if (isForward(run)) {
			const end = nextEdge(caret, by, behindLetter);
			return end && comparePoints(end, anchor.start) > 0 ? end : undefined;
		}
		const start = nextEdge(caret, by, beforeLetter);
		return start && comparePoints(start, anchor.start) < 0 ? start : anchor.end;
	}

	/** White space at the end that moves is no letter: it is passed over. */
	function nextEdge(from: TextPoint, by: StepBy, settle: typeof behindLetter): TextPoint | undefined {
		const next = by > 0 ? letterAfter(from) : letterBefore(from);
		const edge = next && settle(next);
		if (!edge || comparePoints(edge, from) === 0) return undefined;
		const at = settle === behindLetter ? { ...edge, offset: edge.offset - 1 } : edge;
		return isSpace(at) ? nextEdge(edge, by, settle) : edge;
	}

	function isSpace({ ordinal, offset }: TextPoint): boolean {
		return /\s/.test(blocks[ordinal]?.text.charAt(offset) ?? '');
	}

	/** A run ends behind a letter, never before the first of a passage. */
	function behindLetter(point: TextPoint): TextPoint | undefined {
		return point.offset > 0 ? point : endBefore(point.ordinal);
	}

	/** And it starts before one, never behind the last. */
	function beforeLetter(point: TextPoint): TextPoint | undefined {
		return point.offset < (blocks[point.ordinal]?.text.length ?? 0) ? point : startAfter(point.ordinal);
	}

	function endBefore(ordinal: number): TextPoint | undefined {
		const before = seek(ordinal - 1, -1, any)?.end.ordinal;
		return before === undefined ? undefined : { ordinal: before, offset: endOf(before) };
	}

	function startAfter(ordinal: number): TextPoint | undefined {
		const after = seek(ordinal + 1, 1, any)?.start.ordinal;
		return after === undefined ? undefined : { ordinal: after, offset: 0 };
	}

	function letterAfter({ ordinal, offset }: TextPoint): TextPoint | undefined {
		const text = blocks[ordinal]?.text ?? '';
		const [letter] = letters.segment(text.slice(offset));
		if (letter) return { ordinal, offset: offset + letter.segment.length };
		const next = startAfter(ordinal);
		return next && letterAfter(next);
	}

	function letterBefore({ ordinal, offset }: TextPoint): TextPoint | undefined {
		const text = blocks[ordinal]?.text ?? '';
		const letter = letters.segment(text).containing(offset - 1);
		if (letter) return { ordinal, offset: letter.index };
		const previous = endBefore(ordinal);
		return previous && letterBefore(previous);
	}

	/** To the end of the passage with all its signs, or to its start; from there to that of the next one. */
	function byPassage(run: WordRun, by: StepBy): TextPoint | undefined {
		return by > 0 ? onByPassage(run) : backByPassage(run);
	}

	function onByPassage(run: WordRun): TextPoint | undefined {
		const { anchor, caret } = run;
		if (!isForward(run)) {
			const next = startAfter(caret.ordinal)?.ordinal;
			return startWithin(anchor, next === undefined ? undefined : beginningOf(next));
		}
		const end = { ordinal: caret.ordinal, offset: endOf(caret.ordinal) };
		if (comparePoints(end, caret) > 0) return end;
		const next = startAfter(caret.ordinal)?.ordinal;
		return next === undefined ? undefined : { ordinal: next, offset: endOf(next) };
	}

	function backByPassage({ anchor, caret }: WordRun): TextPoint | undefined {
		if (comparePoints(caret, anchor.end) > 0) return laterOf(endBefore(caret.ordinal), anchor.end);
		const from = earlierOf(caret, anchor.start);
		const start = beginningOf(from.ordinal);
		if (comparePoints(start, from) < 0) return start;
		const previous = endBefore(from.ordinal)?.ordinal;
		return previous === undefined ? undefined : beginningOf(previous);
	}

	function beginningOf(ordinal: number): TextPoint {
		const text = blocks[ordinal]?.text ?? '';
		return { ordinal, offset: text.length - text.trimStart().length };
	}

	function endOf(ordinal: number): number {
		return (blocks[ordinal]?.text ?? '').trimEnd().length;
	}

	const steps = { word: byWord, letter: byLetter, passage: byPassage };
	return {
		turn,
		first: (ordinal) => overWord(seek(ordinal, 1, any)),
		last: (ordinal) => overWord(seek(ordinal, -1, any)),
		move(run, by) {
			const { start, end } = stretchOfRun(run);
			return overWord(by > 0 ? startingAfter(lastUnitOf(start, end)) : startingBefore(start)) ?? run;
		},
		moveByPassage(run, by) {
			const { ordinal } = by > 0 ? stretchOfRun(run).end : stretchOfRun(run).start;
			const at = seek(ordinal + by, by, any)?.start.ordinal;
			return (at === undefined ? null : overWord(wordsOf(at)[0] ?? null)) ?? run;
		},
		extend(run, unit, by) {
			const caret = steps[unit](run, by);
			return caret && comparePoints(caret, run.caret) !== 0 ? { ...run, caret } : run;
		},
	};
}

/** A word that begins right where a run ends comes next: only one that begins before its last unit is behind. */
function lastUnitOf(start: TextPoint, end: TextPoint): TextPoint {
	return laterOf({ ordinal: end.ordinal, offset: end.offset - 1 }, start);
}

function findWords(segmenter: Intl.Segmenter, ordinal: number, text: string): Stretch[] {
	const found: Stretch[] = [];
	const add = (start: number, end: number) =>
		found.push({ start: { ordinal, offset: start }, end: { ordinal, offset: end } });
	for (const { index, segment, isWordLike } of segmenter.segment(text)) {
		if (isWordLike) add(index, index + segment.length);
	}
	if (found.length === 0 && text.trim() !== '') add(text.length - text.trimStart().length, text.trimEnd().length);
	return found;
}

function overWord(word: Stretch | null): WordRun | null {
	return word && runOver(word);
}

function earlierOf(a: TextPoint, b: TextPoint): TextPoint {
	return comparePoints(a, b) <= 0 ? a : b;
}

function laterOf(a: TextPoint | undefined, b: TextPoint): TextPoint {
	return a && comparePoints(a, b) > 0 ? a : b;
}
