import { describe, expect, test } from 'vitest';
import { message } from '#shared/messages/messages.ts';
import { odt } from './media-type.ts';
import { readDocument } from './registry.ts';
import { odtMeta, odtOf } from './test-processes/made-documents.ts';
import { refusalOf } from './test-processes/outcomes.ts';

async function read(...made: Parameters<typeof odtOf>) {
	return readDocument(await odtOf(...made), { fileName: 'sample.odt' });
}

const listStyle =
	'<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")" text:display-levels="2"/></text:list-style>';
const item = (content: string) => `<text:list-item>${content}</text:list-item>`;

describe('what an OpenDocument text becomes', () => {
	test('title, headings, paragraphs, marks, and none of what was deleted', async () => {
		const { title, blocks, mediaType } = await read(
			'<text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:p text:style-name="P1">Sample letter</text:p><text:h text:outline-level="2">Alpha</text:h><text:p>beta<text:s text:c="2"/><text:span text:style-name="T2">gamma</text:span><text:line-break/>delta</text:p><text:p text:style-name="Quotations">epsilon</text:p>',
			'<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/><style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="T2" style:family="text" style:parent-style-name="T1"/>',
		);
		expect({ title, mediaType }).toEqual({ title: 'Sample letter', mediaType: odt });
		expect(blocks).toEqual([
			{ kind: 'title', text: 'Sample letter' },
			{ kind: 'heading', text: 'Alpha', level: 2 },
			{ kind: 'paragraph', text: 'beta gamma\ndelta', marks: [{ start: 5, end: 10, kind: 'strong' }] },
			{ kind: 'quotation', text: 'epsilon', level: 1 },
		]);
	});

	test('lists with the numbers that they show, also where one goes on', async () => {
		const { blocks } = await read(
			`<text:list text:style-name="L1">${item('<text:p>a</text:p>')}${item(`<text:p>b</text:p><text:list>${item('<text:p>c</text:p>')}</text:list>`)}</text:list><text:p>d</text:p><text:list text:style-name="L1" text:continue-numbering="true">${item('<text:p>e</text:p>')}</text:list><text:list>${item('<text:p>f</text:p>')}</text:list>`,
			listStyle,
		);
		expect(blocks.map(({ text, marker, level }) => [text, marker, level])).toEqual([
			['a', '1.', 1],
			['b', '2.', 1],
			['c', '2.a)', 2],
			['d', undefined, undefined],
			['e', '3.', 1],
			['f', undefined, 1],
		]);
	});

	test('how many pictures stay in the file, each once in however many formats it is', async () => {
		const image = (name: string) => `<draw:image xlink:href="Pictures/${name}"/>`;
		const picture = `<draw:frame>${image('a.svm')}</draw:frame>`;
		const parts = { 'Pictures/a.svm': 'a', 'Pictures/b.svg': 'b', 'Pictures/b.emf': 'c' };
		const body = `<text:p>a${picture}</text:p><text:p>${picture}</text:p>`;
		expect((await read(body, '', parts)).parameters).toEqual({ pictures: 2 });
		const either = `${image('b.svg')}${image('b.emf')}`;
		const framed = `<draw:frame><draw:text-box><text:p><draw:frame>${either}</draw:frame></text:p></draw:text-box></draw:frame>`;
		expect((await read(`<text:p>a${framed}</text:p>`, '', parts)).parameters).toMatchObject({ pictures: 1 });
	});

	test('tables and footnotes', async () => {
		const cell = (text: string, more = '') => `<table:table-cell ${more}><text:p>${text}</text:p></table:table-cell>`;
		const { blocks } = await read(
			`<table:table><table:table-header-rows><table:table-row>${cell('a', 'table:number-columns-spanned="2"')}<table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row>${cell('b')}${cell('c')}</table:table-row></table:table><text:p>alpha<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>a remark</text:p></text:note-body></text:note></text:p>`,
		);
		expect(blocks.map(({ kind, text, cell }) => [kind, text, cell])).toEqual([
			['cell', 'a', { table: 0, row: 0, column: 0, header: true }],
			['cell', 'b', { table: 0, row: 1, column: 0 }],
			['cell', 'c', { table: 0, row: 1, column: 1 }],
			['paragraph', 'alpha1', undefined],
			['note', '1 a remark', undefined],
		]);
	});

	test('a comment is a mark on the words that it is about, and answers answer it', async () => {
		const remark = (attributes: string, words: string) =>
			`<office:annotation ${attributes}><dc:creator>Alpha Reader</dc:creator><dc:date>2020-01-02T03:04:05.600000000</dc:date><text:p>${words}</text:p></office:annotation>`;
		const { blocks, marks, parameters } = await read(
			`<text:p>alpha ${remark('office:name="a/1"', 'one')}beta${remark('office:name="a/2" office:parent-name="a/1"', 'two')}<office:annotation-end office:name="a/1"/> gamma</text:p><text:p>delta${remark('', 'three')}</text:p>`,
		);
		expect(blocks.map(({ text }) => text)).toEqual(['alpha beta gamma', 'delta']);
		const made = { author: 'Alpha Reader', at: '2020-01-02T03:04:05.600Z', region: null };
		const at = (ordinal: number, startOffset: number, endOffset: number) => ({
			...{ startOrdinal: ordinal, startOffset },
			...{ endOrdinal: ordinal, endOffset },
		});
		expect(marks).toEqual([
			{ ...made, id: '0', replyTo: null, body: 'one', range: at(0, 6, 10) },
			{ ...made, id: '1', replyTo: '0', body: 'two', range: null },
			{ ...made, id: '2', replyTo: null, body: 'three', range: at(1, 0, 5) },
		]);
		expect(parameters).toEqual({});
	});

	test('comments that cannot be taken are said to be in the file only', async () => {
		const remark = (words: string) => `<office:annotation><text:p>${words}</text:p></office:annotation>`;
		const struck = `<text:tracked-changes><text:changed-region><text:deletion><text:p>${remark('beta')}</text:p></text:deletion></text:changed-region></text:tracked-changes>`;
		expect((await read(`${struck}<text:p>alpha${remark('gamma')}</text:p>`)).parameters).toMatchObject({
			textAside: true,
		});
		const many = await read(`<text:p>alpha${remark('beta').repeat(2_001)}</text:p>`);
		expect([many.marks?.length, many.parameters]).toEqual([2_000, { textAside: true }]);
		expect((await read(`<text:p>alpha${remark('beta')}${remark(' ')}</text:p>`)).parameters).toEqual({});
	});

	test('what stands in the margins of the pages stands once behind the text, without the numbers of pages', async () => {
		const number = 'Page <text:page-number>7</text:page-number> of <text:page-count>9</text:page-count>';
		const margins = `<style:header><text:p>beta<text:tab/>gamma</text:p></style:header><style:header-first><text:p>beta gamma</text:p></style:header-first><style:footer><text:p>delta</text:p><text:p>${number}</text:p></style:footer>`;
		const { blocks, parameters } = await readDocument(
			await odtOf('<text:p>alpha</text:p>', '', {
				'styles.xml': `<office:document-styles xmlns:office="o" xmlns:style="s" xmlns:text="t"><office:master-styles><style:master-page>${margins}</style:master-page></office:master-styles></office:document-styles>`,
			}),
			{ fileName: 'a.odt' },
		);
		expect(blocks).toEqual([
			{ kind: 'paragraph', text: 'alpha' },
			{ kind: 'rule', text: '' },
			{ kind: 'note', text: 'beta gamma' },
			{ kind: 'note', text: 'delta' },
		]);
		expect(parameters).toEqual({});
	});

	test('frames in margins are paragraphs of their own, in order; remarks and names of pictures are none', async () => {
		const frame =
			'<draw:frame><draw:text-box><text:p>Dept 7</text:p></draw:text-box><svg:desc>gamma</svg:desc></draw:frame>';
		const remark = '<office:annotation><dc:creator>Reader</dc:creator><text:p>delta</text:p></office:annotation>';
		const margin = `<style:header><text:p>Ministry${frame}${remark}</text:p><text:h>beta <text:page-number>1</text:page-number></text:h></style:header>`;
		const { blocks } = await readDocument(
			await odtOf('<text:p>alpha</text:p>', '', {
				'styles.xml': `<office:document-styles xmlns:office="o" xmlns:style="s" xmlns:text="t" xmlns:draw="d" xmlns:svg="g" xmlns:dc="c">${margin}</office:document-styles>`,
			}),
			{ fileName: 'a.odt' },
		);
		expect(blocks.slice(2).map(({ text }) => text)).toEqual(['Ministry', 'Dept 7', 'beta']);
	});

	test('what was struck out while changes were tracked stays in the original, and is said to', async () => {
		const { blocks, parameters } = await read(
			'<text:tracked-changes><text:changed-region><text:deletion><text:p>beta</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>alpha</text:p>',
		);
		expect(blocks).toEqual([{ kind: 'paragraph', text: 'alpha' }]);
		expect(parameters).toEqual({ deletions: true });
	});

	test('a style by the name of what every object has is a style like any other', async () => {
		const { blocks } = await read('<text:p text:style-name="constructor">alpha</text:p>');
		expect(blocks).toEqual([{ kind: 'paragraph', text: 'alpha' }]);
	});

	test('who made it and when', async () => {
		const meta = odtMeta(
			'<meta:initial-creator>Alpha Beta</meta:initial-creator><dc:creator>Gamma</dc:creator><meta:creation-date>2001-02-03T04:05:06</meta:creation-date>',
		);
		const { fields } = await read('<text:p>alpha</text:p>', '', { 'meta.xml': meta });
		expect(fields).toMatchObject({ creators: [{ name: 'Alpha Beta' }], dates: [{ edtf: '2001-02-03' }] });
	});
});

describe('hostile and damaged texts', () => {
	test('one with a password', async () => {
		const manifest = { 'META-INF/manifest.xml': '<manifest><file-entry><encryption-data/></file-entry></manifest>' };
		expect(await refusalOf(await odtOf('', '', manifest), 'a.odt')).toBe(message('import.reason.encrypted'));
	});

	test.each([1000, 100_000])('%i lists in one another', async (depth) => {
		const nested = await odtOf(
			`${'<text:list><text:list-item>'.repeat(depth)}alpha${'</text:list-item></text:list>'.repeat(depth)}`,
		);
		const outcome = await readDocument(nested, { fileName: 'a.odt' }).catch(() => refusalOf(nested, 'a.odt'));
		expect(typeof outcome === 'string' || outcome.blocks.length === 1).toBe(true);
	});

	test('entities that unfold to billions are not unfolded', async () => {
		const doctype = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>';
		const parts = { 'content.xml': `${doctype}<a><body><p>&b;</p></body></a>` };
		const { blocks } = await read('', '', parts);
		expect(blocks).toEqual([{ kind: 'paragraph', text: '&b;' }]);
	});
});
