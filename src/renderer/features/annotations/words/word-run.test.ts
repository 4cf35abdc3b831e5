import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseRange, textOfRange } from '#shared/domain/text-range.ts';
import { createRunSteps, type RunSteps, runOver, type StepBy, stretchOfRun, type WordRun } from './word-run.ts';

function blocksOf(texts: readonly string[]) {
	return texts.map((text, ordinal) => ({ ordinal, text }));
}

function rangeOf(run: WordRun) {
	const { start, end } = stretchOfRun(run);
	return {
		editionId: 'sample' as never,
		startOrdinal: start.ordinal,
		startOffset: start.offset,
		endOrdinal: end.ordinal,
		endOffset: end.offset,
	};
}

function wordsIn(texts: readonly string[], run: WordRun | null): string {
	return run ? textOfRange(blocksOf(texts), rangeOf(run)) : '';
}

describe('choosing words by steps', () => {
	const texts = ['Alpha beta, gamma.', '', 'Delta epsilon'];
	const steps = createRunSteps(blocksOf(texts));
	const first = steps.first(0) as WordRun;

	function wordsAfter(
		...path: [keyof Pick<RunSteps, 'move' | 'moveByPassage' | 'turn'> | 'word' | 'letter' | 'passage', StepBy][]
	) {
		const run = path.reduce(
			(at, [step, by]) =>
				step === 'word' || step === 'letter' || step === 'passage' ? steps.extend(at, step, by) : steps[step](at, by),
			first,
		);
		return wordsIn(texts, run);
	}

	test('begins with the first or the last word', () => {
		expect(wordsIn(texts, first)).toBe('Alpha');
		expect(wordsIn(texts, steps.last(0))).toBe('gamma');
		expect(wordsIn(texts, steps.first(1))).toBe('Delta');
		expect(steps.first(3)).toBeNull();
	});

	test('moves by words and passages, over those without text', () => {
		expect(wordsAfter(['move', 1])).toBe('beta');
		expect(wordsAfter(['move', 1], ['move', 1], ['move', 1])).toBe('Delta');
		expect(wordsAfter(['moveByPassage', 1], ['move', -1])).toBe('gamma');
		expect(wordsAfter(['moveByPassage', 1], ['moveByPassage', 1])).toBe('Delta');
		expect(wordsAfter(['move', -1])).toBe('Alpha');
	});

	test('grows and shrinks by words, without the signs behind the last', () => {
		expect(wordsAfter(['word', 1])).toBe('Alpha beta');
		expect(wordsAfter(['word', 1], ['word', 1], ['word', 1])).toBe('Alpha beta, gamma.\nDelta');
		expect(wordsAfter(['word', 1], ['word', -1])).toBe('Alpha');
		expect(wordsAfter(['move', 1], ['word', -1])).toBe('Alpha beta');
		expect(wordsAfter(['move', 1], ['word', -1], ['word', 1], ['word', 1])).toBe('beta, gamma');
	});

	test('grows and shrinks by letters at either end', () => {
		expect(wordsAfter(['word', 1], ['letter', 1])).toBe('Alpha beta,');
		expect(wordsAfter(['letter', -1])).toBe('Alph');
		expect(wordsAfter(['letter', 1])).toBe('Alpha b');
		expect(wordsAfter(['letter', 1], ['letter', -1])).toBe('Alpha');
		expect(wordsAfter(['letter', -1], ['word', 1])).toBe('Alpha');
		expect(wordsAfter(['move', 1], ['letter', -1], ['letter', -1], ['letter', -1], ['letter', -1])).toBe('b');
		expect(wordsAfter(['move', 1], ['word', -1], ['letter', 1])).toBe('lpha beta');
	});

	test('turned, it is the start that moves, and the end again', () => {
		expect(wordsAfter(['turn', 1])).toBe('Alpha');
		expect(wordsAfter(['turn', 1], ['letter', 1])).toBe('lpha');
		expect(wordsAfter(['turn', 1], ['letter', 1], ['letter', 1], ['letter', -1])).toBe('lpha');
		expect(wordsAfter(['turn', 1], ['word', 1])).toBe('Alpha');
		expect(wordsAfter(['word', 1], ['word', 1], ['turn', 1], ['word', 1])).toBe('beta, gamma');
		expect(wordsAfter(['move', 1], ['turn', 1], ['word', -1])).toBe('Alpha beta');
		expect(wordsAfter(['move', 1], ['turn', 1], ['letter', 1], ['turn', 1], ['letter', -1])).toBe('et');
		expect(wordsAfter(['move', 1], ['turn', 1], ['letter', 1], ['turn', 1], ['word', 1])).toBe('eta, gamma');
		expect(wordsAfter(['passage', 1], ['passage', 1], ['turn', 1], ['passage', 1])).toBe('Delta epsilon');
	});

	test('grows and shrinks by passages', () => {
		expect(wordsAfter(['passage', 1])).toBe('Alpha beta, gamma.');
		expect(wordsAfter(['passage', 1], ['passage', 1])).toBe('Alpha beta, gamma.\nDelta epsilon');
		expect(wordsAfter(['passage', 1], ['passage', 1], ['passage', -1])).toBe('Alpha beta, gamma.');
		expect(wordsAfter(['moveByPassage', 1], ['move', 1], ['passage', -1])).toBe('Delta epsilon');
		expect(wordsAfter(['moveByPassage', 1], ['passage', -1])).toBe('Alpha beta, gamma.\nDelta');
	});

	test('finds words in scripts with and without spaces, and signs alone', () => {
		const other = ['Որտե՞ղ է', '漢字', '* * *', 'l’année'];
		const walk = createRunSteps(blocksOf(other));
		expect(wordsIn(other, walk.first(0))).toBe('Որտե՞ղ');
		expect(wordsIn(other, walk.first(2))).toBe('* * *');
		expect(wordsIn(other, walk.first(3))).toBe('l’année');
		expect(wordsIn(other, walk.first(1))).not.toBe('');
	});

	test('to the start of a passage with its signs', () => {
		const quoted = ['«Alpha» beta.'];
		const walk = createRunSteps(blocksOf(quoted));
		expect(wordsIn(quoted, walk.extend(walk.last(0) as WordRun, 'passage', -1))).toBe('«Alpha» beta');
	});

	test('from a stretch that was found', () => {
		const found = runOver({ start: { ordinal: 0, offset: 6 }, end: { ordinal: 0, offset: 10 } });
		expect(wordsIn(texts, steps.extend(found, 'word', 1))).toBe('beta, gamma');
	});
});

const text = fc.oneof(
	fc.string({ unit: 'grapheme', maxLength: 20 }),
	fc.constantFrom('', ' ', 'one', 'one two.', 'ա բ, գ', '«Да» — нет', '漢字かな', '👩‍👩‍👧 ok', '...'),
);
const step = fc.tuple(
	fc.constantFrom('move', 'moveByPassage', 'turn', 'word', 'letter', 'passage'),
	fc.constantFrom<StepBy>(1, -1),
);

test('whatever the steps, a run covers text, and is in its normal form', () => {
	fc.assert(
		fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), fc.array(step, { maxLength: 25 }), (texts, path) => {
			const blocks = blocksOf(texts);
			const steps = createRunSteps(blocks);
			let run = steps.first(0);
			if (!run) return;
			for (const [name, by] of path) {
				const before = rangeOf(run);
				run =
					name === 'move' || name === 'moveByPassage' || name === 'turn'
						? steps[name](run, by)
						: steps.extend(run, name as 'word', by);
				const range = rangeOf(run);
				if (name === 'turn') expect(range).toEqual(before);
				expect(textOfRange(blocks, range)).not.toBe('');
				expect(normaliseRange(blocks, range)).toEqual(range);
			}
		}),
	);
});
