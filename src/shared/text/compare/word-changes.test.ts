import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Change, wordChanges } from './word-changes.ts';

const shown = (old: string, other: string) =>
	wordChanges(old, other).map(({ kind, text }) => ({ same: text, removed: `-${text}-`, added: `+${text}+` })[kind]);

test('names the words that differ, whole', () => {
	expect(shown('Sample counts 12 boxes.', 'Sample counts 14 boxes.')).toEqual([
		'Sample counts ',
		'-12-',
		'+14+',
		' boxes.',
	]);
	expect(shown('alpha beta gamma', 'alpha gamma')).toEqual(['alpha', '- beta-', ' gamma']);
	expect(shown('', 'alpha')).toEqual(['+alpha+']);
	expect(shown('alpha', 'alpha')).toEqual(['alpha']);
	expect(shown('', '')).toEqual([]);
});

const words = fc
	.array(fc.constantFrom('alpha', 'alphas', 'бета', 'մեկ', '😀', '12', ', ', ' ', '\n', 'e\u0301'), { maxLength: 40 })
	.map((parts) => parts.join(''));
const side = (changes: readonly Change[], kind: Change['kind']) =>
	changes
		.filter((change) => change.kind === 'same' || change.kind === kind)
		.map(({ text }) => text)
		.join('');

test('gives back both wordings, whatever they are', () => {
	fc.assert(
		fc.property(fc.oneof(words, fc.string({ unit: 'binary' })), words, (old, other) => {
			const changes = wordChanges(old, other);
			expect(side(changes, 'removed')).toBe(old);
			expect(side(changes, 'added')).toBe(other);
		}),
	);
});
