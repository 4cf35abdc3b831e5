import { expect, test } from 'vitest';
import { isReadFromRight } from './base-direction.ts';

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
