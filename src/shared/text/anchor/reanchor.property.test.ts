import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance } from './chance.ts';
import { foldText } from './folded-text.ts';
import { type Anchored, Reanchoring } from './reanchor.ts';
import { type PassageRange, type PassageText, TextStream } from './text-stream.ts';

/** Few words, so that the texts are full of look-alikes. */
const word = fc.constantFrom(
	...'the sample of and box paper Keluna Vasori 12 14 1919 кот Слово ёж եւ բառ ყუთი 样本 cafe\u0301 😀 co\u00adop it’s'.split(
		' ',
	),
);
const sentence = fc.array(word, { minLength: 1, maxLength: 30 }).map((words) => words.join(' '));
const texts = fc.array(sentence, { minLength: 1, maxLength: 8 });

type Edit = (texts: string[]) => string[];
const at = (share: number, length: number) => Math.min(length - 1, Math.floor(share * length));
const edit: fc.Arbitrary<Edit> = fc
	.tuple(
		fc.constantFrom('delete', 'insert', 'move', 'split', 'join', 'letter', 'word'),
		fc.double({ min: 0, max: 1, noNaN: true }),
		fc.double({ min: 0, max: 1, noNaN: true }),
		sentence,
	)
	.map(([kind, one, two, words]) => (before) => {
		const index = at(one, before.length);
		const text = before[index] ?? '';
		const cut = at(two, text.length + 1);
		const replace = (...parts: string[]) => [...before.slice(0, index), ...parts, ...before.slice(index + 1)];
		switch (kind) {
			case 'delete':
				return replace();
			case 'insert':
				return replace(text, words);
			case 'move':
				return replace().toSpliced(at(two, before.length), 0, text);
			case 'split':
				return replace(text.slice(0, cut), text.slice(cut));
			case 'join':
				return [...before.slice(0, index), before.slice(index, index + 2).join(' '), ...before.slice(index + 2)];
			case 'letter':
				return replace(`${text.slice(0, cut)}x${text.slice(cut + 1)}`);
			default:
				return replace(`${text.slice(0, cut)} ${words} ${text.slice(cut)}`);
		}
	});

interface Case {
	old: PassageText[];
	new: PassageText[];
	range: PassageRange;
}

const cases: fc.Arbitrary<Case> = fc
	.tuple(texts, fc.array(edit, { maxLength: 6 }), fc.nat(), fc.nat(120))
	.map(([old, edits, from, length]) => {
		const before = toPassages(old);
		const stream = new TextStream(before);
		const characters = [...stream.text];
		const first = from % characters.length;
		const start = characters.slice(0, first).join('').length;
		const quote = characters.slice(first, first + 1 + length).join('');
		const range = stream.rangeOf({ start, end: start + quote.length });
		return { old: before, new: toPassages(edits.reduce((texts, change) => change(texts), old)), range };
	})
	// A mark has a unit of text: the break between two passages is none.
	.filter((given) => wordsAt(given.old, given.range) !== '');

/** As the archive hands them over: ordinals with gaps, and none without text. */
function toPassages(texts: readonly string[]): PassageText[] {
	return texts.map((text, index) => ({ ordinal: index * 2, text })).filter(({ text }) => text !== '');
}

function place({ old, new: other, range }: Case): Anchored {
	return new Reanchoring(old, other).place(range);
}

test('a range lies within the new text, on whole characters, exactly when there is a place', () => {
	fc.assert(
		fc.property(cases, (given) => {
			const { state, range } = place(given);
			expect(range === null).toBe(state === 'unplaced');
			if (!range) return;
			const stream = new TextStream(given.new);
			const span = stream.spanOf(range);
			expect(span).not.toBeNull();
			for (const edge of [span?.start ?? 0, span?.end ?? 0]) {
				expect(
					/[\ud800-\udbff]/.test(stream.text.charAt(edge - 1)) && /[\udc00-\udfff]/.test(stream.text.charAt(edge)),
				).toBe(false);
			}
		}),
		{ numRuns: 400 },
	);
});

test('what is placed or moved stands on words that differ by a third at most', () => {
	fc.assert(
		fc.property(cases, (given) => {
			const { state, range } = place(given);
			if (state !== 'placed' && state !== 'moved') return;
			const quote = wordsAt(given.old, given.range);
			const found = wordsAt(given.new, range as PassageRange);
			expect(editDistance(quote, found)).toBeLessThanOrEqual(0.36 * Math.max(quote.length, found.length) + 3);
		}),
		{ numRuns: 400 },
	);
});

test('what is placed or moved has no other numbers', () => {
	// A digit read as a letter is noise; a whole number that was not there is another one.
	const numbers = (text: string) => text.match(/(?<![\p{L}\p{N}])\p{Nd}+(?![\p{L}\p{N}])/gu) ?? [];
	fc.assert(
		fc.property(cases, (given) => {
			const { state, range } = place(given);
			if (state !== 'placed' && state !== 'moved') return;
			const before = numbers(wordsAt(given.old, given.range));
			for (const number of numbers(wordsAt(given.new, range as PassageRange))) expect(before).toContain(number);
		}),
		{ numRuns: 400 },
	);
});

test('the same text has everything where it was, and the same passages', () => {
	fc.assert(
		fc.property(cases, ({ old, range }) => {
			const reanchoring = new Reanchoring(old, old);
			const { state, range: found } = reanchoring.place(range);
			expect({ state, words: found && wordsAt(old, found) }).toEqual({ state: 'placed', words: wordsAt(old, range) });
			if (range.startOffset < (old.find(({ ordinal }) => ordinal === range.startOrdinal)?.text.length ?? 0))
				expect(found).toEqual(range);
			for (const [next, before] of reanchoring.lineage()) expect(wordsOf(old, next)).toBe(wordsOf(old, before));
		}),
	);
});

test('twice gives the same, whatever else was asked before', () => {
	fc.assert(
		fc.property(cases, cases, (given, other) => {
			const reanchoring = new Reanchoring(given.old, given.new);
			reanchoring.place(other.range);
			reanchoring.lineage();
			expect(reanchoring.place(given.range)).toEqual(place(given));
		}),
	);
});

function wordsAt(passages: readonly PassageText[], range: PassageRange): string {
	const stream = new TextStream(passages);
	const span = stream.spanOf(range) ?? { start: 0, end: 0 };
	return foldText(stream.text.slice(span.start, span.end)).text.trim();
}

function wordsOf(passages: readonly PassageText[], ordinal: number): string {
	return passages.find((passage) => passage.ordinal === ordinal)?.text ?? '';
}
