import { expect, test } from 'vitest';
import type { StoredBlock } from '#shared/domain/block.ts';
import { gatherForeignLetters, privateUse } from './foreign-letters.ts';
import { type DrawLetter, undrawnScripts } from './undrawn-scripts.ts';

function lettersOf(text: string): Map<string, Set<string>> {
	const gathered = new Map<string, Set<string>>();
	gatherForeignLetters({ kind: 'paragraph', text, ordinal: 0, number: 1 } satisfies StoredBlock, gathered);
	return gathered;
}

test('letters that the bundled faces lack are gathered by script, and nothing else is', () => {
	const text = 'Alpha бета ալֆա ალფა ə 12 — ∑ 😀 אב 𐎀𐎁𐎀 \u{F1234}';
	expect([...lettersOf(text)].map(([script, letters]) => [script, [...letters].join('')])).toEqual([
		['Hebr', 'אב'],
		['Ugar', '𐎀𐎁'],
		[privateUse, '\u{F1234}'],
	]);
	expect(lettersOf('ა'.repeat(100)).size).toBe(0);
	expect(lettersOf('漢字仮名交文章語言').get('Hani')?.size).toBe(6);
});

test('a script is undrawn where a letter is the box that stands for none, or all look alike', () => {
	const letters = lettersOf('אבגד 𐎀𐎁𐎂 𐤀𐤁𐤂 \u{F1234}');
	const draw: DrawLetter = (letter) => {
		if (/\p{Script=Hebr}/u.test(letter)) return letter;
		return /\p{Script=Phnx}/u.test(letter) ? 'a box with a Phoenician letter' : 'box';
	};
	expect(undrawnScripts(letters, draw)).toEqual(['Ugar', 'Phnx', privateUse]);
});

test('where pictures tell nothing, nothing is said', () => {
	const letters = lettersOf('אבגד 𐎀𐎁𐎂');
	let count = 0;
	expect(undrawnScripts(letters, () => String(count++))).toEqual([]);
	expect(undrawnScripts(letters, () => null)).toEqual([]);
});
