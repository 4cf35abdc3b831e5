import { describe, expect, test } from 'vitest';
import { markdownImporter, readMarkdown } from './markdown.ts';

function read(text: string) {
	return markdownImporter.read(Buffer.from(text), { fileName: 'sample.md' });
}

describe('blocks', () => {
	test('title, headings, paragraphs, quotations, code, rules', () => {
		const text = '# Sample\n\nAlpha\n\n## Beta\n\n> gamma\n>\n> > delta\n\n```\ncode  here\n```\n\n---\n\n# Epsilon';
		expect(readMarkdown(text)).toEqual({
			title: 'Sample',
			blocks: [
				{ kind: 'title', text: 'Sample' },
				{ kind: 'paragraph', text: 'Alpha' },
				{ kind: 'heading', text: 'Beta', level: 2 },
				{ kind: 'quotation', text: 'gamma', level: 1 },
				{ kind: 'quotation', text: 'delta', level: 2 },
				{ kind: 'preformatted', text: 'code  here' },
				{ kind: 'rule', text: '' },
				{ kind: 'heading', text: 'Epsilon', level: 1 },
			],
		});
	});

	test('lists with depth and numbers; what follows in an item is a paragraph', () => {
		expect(readMarkdown('3. alpha\n\n   more\n4. beta\n   - gamma\n- [x] delta')?.blocks).toEqual([
			{ kind: 'item', text: 'alpha', level: 1, marker: '3.' },
			{ kind: 'paragraph', text: 'more' },
			{ kind: 'item', text: 'beta', level: 1, marker: '4.' },
			{ kind: 'item', text: 'gamma', level: 2 },
			{ kind: 'item', text: '[x] delta', level: 1 },
		]);
	});

	test('tables are cells', () => {
		expect(readMarkdown('| a | b |\n| - | - |\n| c | **d** |')?.blocks).toEqual([
			{ kind: 'cell', text: 'a', cell: { table: 0, row: 0, column: 0, header: true } },
			{ kind: 'cell', text: 'b', cell: { table: 0, row: 0, column: 1, header: true } },
			{ kind: 'cell', text: 'c', cell: { table: 0, row: 1, column: 0 } },
			{ kind: 'cell', text: 'd', cell: { table: 0, row: 1, column: 1 }, marks: [{ start: 0, end: 1, kind: 'strong' }] },
		]);
	});

	test('footnotes are notes that carry their label', () => {
		expect(readMarkdown('Alpha[^1] beta\n\n[^1]: gamma')?.blocks).toEqual([
			{ kind: 'paragraph', text: 'Alpha1 beta', marks: [{ start: 5, end: 6, kind: 'superscript' }] },
			{ kind: 'note', text: '1 gamma', marks: [{ start: 0, end: 1, kind: 'superscript' }] },
		]);
	});

	test('line ends that wrap are told from line ends that are meant', () => {
		expect(readMarkdown('alpha\nbeta\n\ngamma  \ndelta\nepsilon')?.blocks).toEqual([
			{ kind: 'paragraph', text: 'alpha\nbeta', wrapped: true },
			{ kind: 'paragraph', text: 'gamma\ndelta epsilon' },
		]);
	});
});

describe('marks', () => {
	test('overlap and keep their places', () => {
		expect(readMarkdown('a *b **c** d* ~~e~~ `f`')?.blocks[0]).toEqual({
			kind: 'paragraph',
			text: 'a b c d e f',
			marks: [
				{ start: 2, end: 7, kind: 'emphasis' },
				{ start: 4, end: 5, kind: 'strong' },
				{ start: 8, end: 9, kind: 'strike' },
				{ start: 10, end: 11, kind: 'code' },
			],
		});
	});

	test('a link keeps an address that can be shown, and no other', () => {
		const text =
			'[a](https://example.org/x) [b](javascript:alert(1)) [c](x.html) [d][e] [f](data:text/html,x)\n\n[e]: mailto:a@example.org';
		const block = readMarkdown(text)?.blocks[0];
		expect(block?.text).toBe('a b c d f');
		expect(block?.marks?.map(({ value }) => value)).toEqual(['https://example.org/x', 'mailto:a@example.org']);
	});
});

test('HTML in Markdown is text', () => {
	const text = 'alpha <b onclick="x()">beta</b>\n\n<script>gamma</script>';
	expect(readMarkdown(text)?.blocks).toEqual([
		{ kind: 'paragraph', text: 'alpha <b onclick="x()">beta</b>' },
		{ kind: 'paragraph', text: '<script>gamma</script>' },
	]);
});

test('front matter names the text and is kept', () => {
	const { title, blocks } = readMarkdown('---\ntitle: "Sample: letter"\nby: alpha\n---\n\nBeta') ?? {};
	expect(title).toBe('Sample: letter');
	expect(blocks).toEqual([
		{ kind: 'preformatted', text: 'title: "Sample: letter"\nby: alpha' },
		{ kind: 'paragraph', text: 'Beta' },
	]);
	expect(readMarkdown('---\n\nalpha\n\n---')?.blocks.map(({ kind }) => kind)).toEqual(['rule', 'paragraph', 'rule']);
});

describe('hostile nesting is read as plain text', () => {
	test.each([
		['quotations', '> '.repeat(100_000)],
		['list items', '- '.repeat(100_000)],
		['indented lists', Array.from({ length: 2000 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')],
		['brackets', '['.repeat(100_000)],
		['emphasis', '*a **b '.repeat(50_000)],
	])('%s', (_, nested) => {
		const { blocks, parameters } = read(`${nested}alpha`);
		expect(parameters).toMatchObject({ flattened: true });
		expect(blocks.at(-1)?.text.endsWith('alpha') || blocks.some(({ text }) => text.includes('alpha'))).toBe(true);
	});

	test('a long text is parsed in sections and keeps its order', () => {
		const section = (number: number) =>
			`# Alpha ${number}\n\n${`${'beta *gamma* delta. '.repeat(400)}\n\n`.repeat(10)}\n\n\`\`\`\n# code ${number}\n\`\`\`\n`;
		const { blocks, parameters } = read(Array.from({ length: 10 }, (_, number) => section(number)).join('\n'));
		expect(parameters).not.toHaveProperty('flattened');
		expect(blocks.filter(({ text }) => text.length < 20).map(({ kind, text }) => `${kind} ${text}`)).toEqual(
			Array.from({ length: 10 }, (_, number) => [
				`${number === 0 ? 'title' : 'heading'} Alpha ${number}`,
				`preformatted # code ${number}`,
			]).flat(),
		);
	});

	test('what is within the limits does not overflow the stack', () => {
		const emphasis = '*a **b '.repeat(450);
		expect(read(`${emphasis}${'c** d* '.repeat(450)}`)?.blocks).toHaveLength(1);
	});
});
