import { expect, test } from 'vitest';
import { isReadFromRight, withinLine } from './base-direction.ts';

test.each([
	['אבג alpha', true],
	['«123: ابجد»', true],
	['Alpha אבג', false],
	['Ալֆա', false],
	['\u200Falpha', true],
	['\u200Eאבג', false],
	['123 …', false],
	['', false],
])('%j is read from right to left: %s', (text, is) => {
	expect(isReadFromRight(text)).toBe(is);
});

test.each([
	['“אבג”', '“אבג”\u200E'],
	['Alpha אבג 12.', 'Alpha אבג 12.\u200E'],
	['אבג alpha', 'אבג alpha'],
	['Alpha 12', 'Alpha 12'],
])('in a line %j stands as %j', (words, within) => {
	expect(withinLine(words)).toBe(within);
});
