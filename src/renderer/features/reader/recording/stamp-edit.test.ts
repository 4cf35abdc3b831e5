import { expect, test } from 'vitest';
import { stampEdit } from './stamp-edit.ts';

/** The text with `|` where the caret is, stamped at two minutes; the caret is behind what was put in. */
function stamped(marked: string): string {
	const caret = marked.indexOf('|');
	const text = marked.replace('|', '');
	const { start, end, words } = stampEdit(text, caret, 120_000);
	return `${text.slice(0, start)}${words}|${text.slice(end)}`;
}

test('a time that stands there gives way; behind words a paragraph begins', () => {
	const cases = [
		['|', '[00:02:00] |'],
		['|words', '[00:02:00] |words'],
		['|[00:01:00] words', '[00:02:00] |words'],
		['[00:0|1:00] words', '[00:02:00] |words'],
		['[00:01:00] |words', '[00:02:00] |words'],
		['[00:01:00] |', '[00:02:00] |'],
		['[00:01:00] words|', '[00:01:00] words\n\n[00:02:00] |'],
		['Alpha |beta', 'Alpha \n\n[00:02:00] |beta'],
		['Alpha\n\n|\n[00:03:00] Beta', 'Alpha\n\n[00:02:00] |\n[00:03:00] Beta'],
		['Alpha\n|[00:01:00] Beta\nGamma', 'Alpha\n[00:02:00] |Beta\nGamma'],
		['\n|12:30 in the square', '\n[00:02:00] |12:30 in the square'],
	];
	expect(cases.map(([marked = '']) => stamped(marked))).toEqual(cases.map(([, expected]) => expected));
});
