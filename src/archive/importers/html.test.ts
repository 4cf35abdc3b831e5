import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { blockKinds, markKinds } from '#shared/domain/block.ts';
import { htmlImporter } from './html.ts';
import { sharedData } from './test-processes/outside-data.ts';

function read(html: string) {
	return htmlImporter.read(Buffer.from(html), { fileName: 'sample.html' });
}

function blocksOf(html: string) {
	return read(html).blocks;
}

test('what is no file of its own, as the body of a mail, has no pictures', () => {
	expect(blocksOf('<p>a<img src="b" alt="c"></p><img src="data:image/png;base64,aaaa">')).toEqual([
		{ kind: 'paragraph', text: 'a' },
	]);
});

describe('blocks', () => {
	test('formulas are text in a line, without what they hold for programs', () => {
		const square = '<msup><mi>c</mi><mn>2</mn></msup>';
		const html = `<p>x = <math><semantics><mrow><mfrac><mi>a</mi><mi>b</mi></mfrac><mo>+</mo><msqrt>${square}</msqrt></mrow><annotation>\\frac{a}{b}</annotation></semantics></math>.<math><mtext><script>alert(1)</script></mtext></math></p>`;
		expect(blocksOf(html)).toEqual([{ kind: 'paragraph', text: 'x = a/b+√(c^2).' }]);
	});

	test('the legend of a form does not run into its words', () => {
		expect(blocksOf('<fieldset><legend>Alpha</legend>beta</fieldset>').map(({ text }) => text)).toEqual([
			'Alpha',
			'beta',
		]);
	});

	test('title, headings, paragraphs, quotations, verbatim text, rules, captions', () => {
		const html = `<html lang="en"><head><title> Sample  page </title></head><body><h1>Sample</h1><p>Alpha
			beta</p>gamma<div>delta<br> epsilon </div><h2>Zeta</h2><blockquote><p>eta<blockquote>theta</blockquote></blockquote>
			<pre>  iota\n\n  kappa\n</pre><hr><figure><img alt="x" src="y"><figcaption>lambda</figcaption></figure><h1>Mu</h1>`;
		expect(read(html)).toMatchObject({ title: 'Sample page', language: 'en' });
		expect(blocksOf(html)).toEqual([
			{ kind: 'title', text: 'Sample' },
			{ kind: 'paragraph', text: 'Alpha beta' },
			{ kind: 'paragraph', text: 'gamma' },
			{ kind: 'paragraph', text: 'delta\nepsilon' },
			{ kind: 'heading', text: 'Zeta', level: 2 },
			{ kind: 'quotation', text: 'eta', level: 1 },
			{ kind: 'quotation', text: 'theta', level: 2 },
			{ kind: 'preformatted', text: '  iota\n\n  kappa' },
			{ kind: 'rule', text: '' },
			{ kind: 'caption', text: 'lambda' },
			{ kind: 'heading', text: 'Mu', level: 1 },
		]);
	});

	test('lists have depth and markers; what follows in an item is a paragraph', () => {
		const html = '<ol start=3 type=a><li>a<li value=9><p>b</p><p>c</p><ul><li>d</ul></ol><ol type=I><li>e</ol>';
		expect(blocksOf(html)).toEqual([
			{ kind: 'item', text: 'a', level: 1, marker: 'c.' },
			{ kind: 'item', text: 'b', level: 1, marker: 'i.' },
			{ kind: 'paragraph', text: 'c' },
			{ kind: 'item', text: 'd', level: 2 },
			{ kind: 'item', text: 'e', level: 1, marker: 'I.' },
		]);
	});

	test('tables are cells in their places', () => {
		const html = `<table><caption>Sample</caption><tr><th rowspan=2>a<th colspan=2>b<tr><td>c<td><div>d</div><div>e</div></table>`;
		expect(blocksOf(html)).toEqual([
			{ kind: 'caption', text: 'Sample' },
			{ kind: 'cell', text: 'a', cell: { table: 0, row: 0, column: 0, header: true } },
			{ kind: 'cell', text: 'b', cell: { table: 0, row: 0, column: 1, header: true } },
			{ kind: 'cell', text: 'c', cell: { table: 0, row: 1, column: 1 } },
			{ kind: 'cell', text: 'd\ne', cell: { table: 0, row: 1, column: 2 } },
		]);
	});

	test('a table that lays out the page is no table', () => {
		const html = '<table><tr><td><h1>A</h1><p>b<p>c<td><table><tr><td>d<td>e</table></table>';
		expect(blocksOf(html).map(({ kind }) => kind)).toEqual(['title', 'paragraph', 'paragraph', 'cell', 'cell']);
	});

	test('a span that would fill memory is not believed', () => {
		const html = '<table><tr><td colspan=1000000000 rowspan=1000000000>a<td>b</table>';
		expect(blocksOf(html)[1]?.cell).toEqual({ table: 0, row: 0, column: 1000 });
	});

	test('a form around a page leaves its text, not its controls', () => {
		expect(blocksOf('<form><p>alpha<input value=x><button>beta</button><select><option>c</select></form>')).toEqual([
			{ kind: 'paragraph', text: 'alpha' },
		]);
	});
});

test('languages of blocks are given where they differ', () => {
	expect(blocksOf('<html lang="en"><body><p>alpha</p><div lang="HY"><p>բետա</p></div><p lang="?">gamma</p>')).toEqual([
		{ kind: 'paragraph', text: 'alpha' },
		{ kind: 'paragraph', text: 'բետա', language: 'hy' },
		{ kind: 'paragraph', text: 'gamma' },
	]);
});

describe('marks', () => {
	test('stand on collapsed text and go on over blocks', () => {
		expect(blocksOf('<p> a <b> b <i>c</i></b>\n d</p><u><p>e</p><p>f</p></u>')).toEqual([
			{
				kind: 'paragraph',
				text: 'a b c d',
				marks: [
					{ start: 2, end: 5, kind: 'strong' },
					{ start: 4, end: 5, kind: 'emphasis' },
				],
			},
			{ kind: 'paragraph', text: 'e', marks: [{ start: 0, end: 1, kind: 'underline' }] },
			{ kind: 'paragraph', text: 'f', marks: [{ start: 0, end: 1, kind: 'underline' }] },
		]);
	});

	test.each([
		['https://example.org/a', 'https://example.org/a'],
		[' mailto:a@example.org ', 'mailto:a@example.org'],
		['javascript:alert(1)', undefined],
		['java&#10;script:alert(1)', undefined],
		['data:text/html,x', undefined],
		['file:///etc/passwd', undefined],
		['//example.org/a', undefined],
		['page.html', undefined],
	])('the link %s keeps %s', (href, value) => {
		const [block] = blocksOf(`<p><a href="${href}">a</a></p>`);
		expect(block?.text).toBe('a');
		expect(block?.marks?.[0]?.value).toBe(value);
	});
});

describe('encoding', () => {
	const text = 'Альфа бета гамма, образец письма';

	test.each(['windows-1251', 'koi8-r'])('declared: %s', (charset) => {
		const bytes = iconv.encode(
			`<meta http-equiv="Content-Type" content="text/html; charset=${charset}"><p>${text}`,
			charset,
		);
		const { blocks, parameters } = htmlImporter.read(bytes, { fileName: 'sample.html' });
		expect(blocks[0]?.text).toBe(text);
		expect(parameters).toMatchObject({ encoding: charset, encodingFoundBy: 'declared' });
	});

	test('a byte order mark goes before a declaration, a person before both', () => {
		const bytes = iconv.encode(`<meta charset="koi8-r"><p>${text}`, 'utf-8', { addBOM: true });
		expect(htmlImporter.read(bytes, { fileName: 'a.html' }).blocks[0]?.text).toBe(text);
		const chosen = htmlImporter.read(bytes, { fileName: 'a.html', encoding: 'windows-1252' });
		expect(chosen.parameters).toMatchObject({ encoding: 'windows-1252', encodingFoundBy: 'user' });
	});

	test('without a declaration it is found', () => {
		const bytes = iconv.encode(`<p>${text}, номер семь и восемь`, 'windows-1251');
		expect(htmlImporter.read(bytes, { fileName: 'a.html' }).parameters).toMatchObject({ encoding: 'windows-1251' });
	});
});

describe('hostile pages', () => {
	test.each(['div', 'b', 'blockquote', 'ul><li', 'table><tr><td', 'span', 'font', 'svg', 'div></b', 'a><b', 'x-y'])(
		'100,000 times <%s>',
		(tag) => {
			const { blocks } = read(`<title>Sample</title>${`<${tag}>`.repeat(100_000)}alpha`);
			expect(blocks.length).toBeLessThan(3);
		},
	);

	test('what is too deep keeps its text, in paragraphs', () => {
		const { blocks, parameters, title } = read(
			`<title>Sample</title>${'<div>'.repeat(1000)}alpha &amp; <b>beta</b><script>x()</script><p>gamma</p>`,
		);
		expect(blocks.map(({ text }) => text)).toEqual(['alpha & beta', 'gamma']);
		expect(parameters).toMatchObject({ flattened: true });
		expect(title).toBe('Sample');
	});

	test('what is too large keeps its text, in paragraphs', () => {
		const { blocks, parameters } = read('<div><p>alpha <b>beta</b></p></div>'.repeat(60_000));
		expect(parameters).toMatchObject({ flattened: true });
		expect(blocks).toHaveLength(60_000);
		expect(new Set(blocks.map(({ text }) => text))).toEqual(new Set(['alpha beta']));
	});

	test('depth that hides from counting does not overflow the stack', () => {
		const { blocks } = read(`<a title='<!--'>${'<div>'.repeat(20_000)}alpha`);
		expect(blocks.map(({ text }) => text).join('')).toContain('alpha');
	});

	test('paragraphs and cells that are never closed are not deep', () => {
		const { blocks, parameters } = read('<p>alpha<p>'.repeat(5000));
		expect(blocks).toHaveLength(5000);
		expect(parameters).not.toHaveProperty('flattened');
	});

	test('a page that is very long and flat', () => {
		expect(blocksOf('<p>a</p>'.repeat(50_000))).toHaveLength(50_000);
		expect(blocksOf('<b>a</b>'.repeat(50_000))[0]?.marks).toHaveLength(50_000);
		expect(blocksOf(`<table>${'<tr><td>a<td>b'.repeat(20_000)}</table>`)).toHaveLength(40_000);
	});

	test.each(['<!--', '<script>', '</script', '<script', '<title>', '<a b="'])('100,000 times %s', (opening) => {
		expect(blocksOf(opening.repeat(100_000)).length).toBeLessThan(2);
	});

	test('of payloads known to be hostile only text and marks are left', async ({ annotate }) => {
		const path = sharedData('fixtures/dompurify/expect.json');
		if (path === null) {
			await annotate('outside data missing: fixtures/dompurify');
			return;
		}
		const payloads: { payload: string }[] = JSON.parse(readFileSync(path, 'utf8'));
		expect(payloads.length).toBeGreaterThan(200);
		for (const { payload } of payloads) {
			for (const block of blocksOf(payload)) {
				expect(blockKinds).toContain(block.kind);
				expect(['kind', 'text', 'level', 'marker', 'cell', 'language', 'marks']).toEqual(
					expect.arrayContaining(Object.keys(block)),
				);
				for (const mark of block.marks ?? []) {
					expect(markKinds).toContain(mark.kind);
					expect(mark.start).toBeLessThan(mark.end);
					expect(mark.end).toBeLessThanOrEqual(block.text.length);
					expect(mark.value ?? 'mailto:').toMatch(/^(?:https?:\/\/|mailto:)/i);
					expect(mark.value === undefined).toBe(mark.kind !== 'link');
				}
			}
		}
	});
});
