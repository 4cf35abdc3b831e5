import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Block } from '../domain/block.ts';
import { readText, writeText } from './written-text.ts';

const blocks: Block[] = [
	{ kind: 'title', text: 'Sample', page: 1 },
	{ kind: 'paragraph', text: 'One line\nand another', page: 1 },
	{ kind: 'page-break', text: '', page: 2 },
	{ kind: 'heading', text: 'Part', level: 2, page: 2 },
	{ kind: 'item', text: 'first', page: 2 },
	{ kind: 'quotation', text: 'said', page: 2 },
	{ kind: 'rule', text: '', page: 2 },
	{ kind: 'paragraph', text: '# no heading', page: 2 },
];
const written = [
	...['[p. 1]', '# Sample', 'One line\nand another', '[p. 2]', '### Part', '- first', '> said', '***'],
	'\\# no heading',
].join('\n\n');

test('a text is written with signs for what its passages are', () => {
	expect(writeText(blocks)).toBe(written);
});

test('what was written is read again as the same passages', () => {
	expect(readText(written)).toEqual(
		blocks.map((block) => ({ ...block, kind: block.kind === 'paragraph' ? null : block.kind })),
	);
});

describe('what is typed', () => {
	test('empty lines and lines of white space part passages, however many they are', () => {
		expect(readText('a\n \n\n\nb  \r\nc').map(({ text }) => text)).toEqual(['a', 'b\nc']);
	});

	test('a line of a passage that looks like a sign of its own stays in it', () => {
		expect(readText('one\n- two').map(({ text }) => text)).toEqual(['one\n- two']);
	});

	test('a page begins between passages, and in the middle of a line there is none', () => {
		expect(readText('[p. 4]\na\n[p. 5]\nb [p. 6]')).toEqual([
			{ kind: null, text: 'a', page: 4 },
			{ kind: 'page-break', text: '', page: 5 },
			{ kind: null, text: 'b [p. 6]', page: 5 },
		]);
	});

	test('a sign without words is nothing', () => {
		expect(readText('#  \n\n- \n\n')).toEqual([
			{ kind: null, text: '#' },
			{ kind: null, text: '-' },
		]);
	});
});

test('any passages come back word for word', () => {
	const line = fc.stringMatching(/^[ \\#>*[\]p.0-9a-z\u0561\u0431-]{0,8}$/);
	const text = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
	const kind = fc.constantFrom('title', 'heading', 'paragraph', 'item', 'quotation', 'note', 'cell');
	const block = fc.record({ kind, text: text.filter((words) => words.trim() !== '') });
	fc.assert(
		fc.property(fc.array(block), (some) => {
			expect(readText(writeText(some as Block[])).map((each) => each.text)).toEqual(some.map((each) => each.text));
		}),
	);
});
