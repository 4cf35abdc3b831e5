import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { message } from '#shared/messages/messages.ts';
import { docx } from './media-type.ts';
import { readDocument } from './registry.ts';
import { docxOf, wordParagraph, wordPart } from './test-processes/made-documents.ts';
import { refusalOf } from './test-processes/outcomes.ts';
import { sharedData } from './test-processes/outside-data.ts';

const styles = wordPart(
	'styles',
	[
		['Title', 'Title'],
		['H1', 'heading 1'],
		['H2', 'heading 2'],
		['Q', 'Quote'],
	]
		.map(([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`)
		.join(''),
);

const styled = (text: string, style: string) => wordParagraph(text, `<w:pStyle w:val="${style}"/>`);

async function read(body: string, more: Record<string, string> = {}) {
	return readDocument(await docxOf(body, { 'word/styles.xml': styles, ...more }), { fileName: 'sample.docx' });
}

describe('what a Word document becomes', () => {
	test('title, headings, paragraphs, quotations and marks', async () => {
		const { title, blocks, mediaType, importer } = await read(
			`${styled('Sample letter', 'Title')}${styled('Alpha', 'H1')}<w:p><w:r><w:t xml:space="preserve">beta </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>gamma</w:t></w:r></w:p>${styled('delta', 'Q')}${styled('Epsilon', 'H2')}`,
		);
		expect({ title, mediaType, importer }).toEqual({ title: 'Sample letter', mediaType: docx, importer: 'docx' });
		expect(blocks).toEqual([
			{ kind: 'title', text: 'Sample letter' },
			{ kind: 'heading', text: 'Alpha', level: 1 },
			{ kind: 'paragraph', text: 'beta gamma', marks: [{ start: 5, end: 10, kind: 'strong' }] },
			{ kind: 'quotation', text: 'delta', level: 1 },
			{ kind: 'heading', text: 'Epsilon', level: 2 },
		]);
	});

	test('cells of a table, and a footnote with the sign that it goes by', async () => {
		const note = wordPart('footnotes', `<w:footnote w:id="2">${wordParagraph('a remark')}</w:footnote>`);
		const cell = (text: string) => `<w:tc>${wordParagraph(text)}</w:tc>`;
		const { blocks } = await read(
			`<w:tbl><w:tr>${cell('a')}${cell('b')}</w:tr></w:tbl><w:p><w:r><w:t>alpha</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>`,
			{ 'word/footnotes.xml': note },
		);
		expect(blocks.map(({ kind, text }) => [kind, text])).toEqual([
			['cell', 'a'],
			['cell', 'b'],
			['paragraph', 'alpha[1]'],
			['note', '[1] a remark'],
		]);
	});

	test('items carry the numbers that they show: formats, levels, lists that go on or begin anew, and headings', async () => {
		const level = (at: number, format: string, text: string, more = '') =>
			`<w:lvl w:ilvl="${at}"><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`;
		const numbering = wordPart(
			'numbering',
			`<w:abstractNum w:abstractNumId="7">${level(0, 'decimal', '§ %1')}${level(1, 'russianLower', '%1.%2)')}</w:abstractNum><w:abstractNum w:abstractNumId="8">${level(0, 'bullet', '•')}</w:abstractNum><w:abstractNum w:abstractNumId="9">${level(0, 'upperRoman', '%1.', '<w:start w:val="4"/><w:pStyle w:val="H1"/>')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="10"/></w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="9"/></w:num>`,
		);
		const numbered = (text: string, list: number, depth = 0) =>
			wordParagraph(text, `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`);
		const body = [
			wordParagraph('alpha', '<w:pStyle w:val="H1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>'),
			...[numbered('a', 1), numbered('b', 1), numbered('c', 1, 1), wordParagraph('d'), numbered('e', 1)],
			...[numbered('f', 2), numbered('g', 3)],
		];
		const { blocks } = await read(body.join('\r\n'), { 'word/numbering.xml': numbering });
		expect(blocks.map(({ text, marker }) => [text, marker])).toEqual([
			['IV. alpha', undefined],
			['a', '§ 1'],
			['b', '§ 2'],
			['c', '2.а)'],
			['d', undefined],
			['e', '§ 3'],
			['f', '§ 10'],
			['g', undefined],
		]);
	});

	test('the text of fields and under ruby is kept, deleted text is not', async () => {
		const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
		const { blocks } = await read(
			`<w:p><w:fldSimple w:instr="DATE">${run('alpha')}</w:fldSimple><w:r><w:ruby><w:rt>${run('x')}</w:rt><w:rubyBase>${run('beta')}</w:rubyBase></w:ruby></w:r><w:ins>${run('gamma')}</w:ins><w:del>${run('delta')}</w:del></w:p>`,
		);
		expect(blocks.map(({ text }) => text)).toEqual(['alphabetagamma']);
	});

	test('text in margins and comments, and what was struck out, stays in the original, and is said to', async () => {
		const header = (text: string) => ({ 'word/header1.xml': wordPart('hdr', wordParagraph(text)) });
		expect((await read(wordParagraph('alpha'), header('beta'))).parameters).toEqual({ textAside: true });
		expect((await read(wordParagraph('alpha'), header(' '))).parameters).toEqual({});
		const struck = '<w:p><w:del><w:r><w:delText>beta</w:delText></w:r></w:del><w:r><w:t>alpha</w:t></w:r></w:p>';
		expect((await read(struck)).parameters).toEqual({ deletions: true });
	});

	test('damaged properties cost themselves only', async () => {
		expect((await read(wordParagraph('alpha'), { 'docProps/core.xml': '<a>' })).blocks).toHaveLength(1);
	});

	test('who made it and when, as its properties have it', async () => {
		const { fields, title } = await read(wordParagraph('alpha'), {
			'docProps/core.xml':
				'<a:coreProperties xmlns:a="x" xmlns:dc="y" xmlns:t="z"><dc:title>Sample</dc:title><dc:creator>Alpha Beta</dc:creator><t:created>1999-02-03T04:05:06Z</t:created></a:coreProperties>',
		});
		expect(title).toBe('Sample');
		expect(fields).toEqual({
			creators: [{ name: 'Alpha Beta', role: 'author', certainty: 'inferred' }],
			dates: [{ type: 'created', edtf: '1999-02-03', inferred: message('import.from-properties') }],
		});
	});
});

describe('hostile and damaged documents', () => {
	test.each(['<w:p><w:r>', '&undefined;', '<w:p>'.repeat(50_000)])('broken XML %#', async (body) => {
		const broken = await docxOf(body);
		expect(await refusalOf(broken, 'a.docx')).toBe(message('import.reason.broken-part', { part: 'DOCX' }));
	});

	test('entities of its own are not unfolded', async () => {
		const doctype = '<!DOCTYPE a [<!ENTITY b "alpha"><!ENTITY c SYSTEM "file:///etc/hostname">]>';
		const parts = {
			'word/document.xml': `${doctype}${wordPart('document', '<w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body>')}`,
		};
		expect(await refusalOf(await docxOf('', parts), 'a.docx')).toBe(
			message('import.reason.broken-part', { part: 'DOCX' }),
		);
	});

	test('a picture elsewhere is not fetched, and its document is read', async () => {
		const relationships =
			'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" TargetMode="External" Type="x" Target="file:///etc/hostname"/></Relationships>';
		const picture =
			'<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata r:id="r1" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></v:shape></w:pict></w:r></w:p>';
		const { blocks } = await read(`${picture}${wordParagraph('alpha')}`, {
			'word/_rels/document.xml.rels': relationships,
		});
		expect(blocks).toEqual([
			{ kind: 'figure', text: '', figure: { obstacle: 'missing' } },
			{ kind: 'paragraph', text: 'alpha' },
		]);
	});

	test('every outside document is read, or refused with a reason', async ({ annotate }) => {
		const folder = sharedData('fixtures/poi-docx/test-data/document');
		if (folder === null) {
			await annotate('outside data missing: fixtures/poi-docx');
			return;
		}
		const read = new Map<string, string[]>();
		let refused = 0;
		for (const fileName of readdirSync(folder)) {
			const bytes = readFileSync(join(folder, fileName));
			const extraction = await readDocument(bytes, { fileName }).catch(() => null);
			if (extraction)
				read.set(
					fileName,
					extraction.blocks.map(({ kind, marker, text }) => `${marker ? `${kind} ${marker}` : kind}: ${text}`),
				);
			else {
				refused += 1;
				expect(await refusalOf(bytes, fileName)).not.toBe('');
			}
		}
		expect(read.size + refused).toBe(99);
		expect(read.size).toBeGreaterThan(70);
		expect(read.get('footnotes.docx')).toEqual(['paragraph: Eto ochen prostoy[1] text so snoskoy', 'note: [1] snoska']);
		// What these lists say of their numbers in words is what their items carry.
		expect(read.get('NumberingWOverrides.docx')?.slice(1)).toEqual(
			['1', 'B', 'C', 'A', 'B', '4'].map((number) => `item ${number}: ${number}`),
		);
		expect(read.get('ComplexNumberedLists.docx')).toEqual(
			expect.arrayContaining([
				'item a.: 2-a',
				'item 1.: Restarted to 1 from 5',
				'item 10.: Jump to new list at 10',
				'item 12.: Carrying on @ 12',
			]),
		);
		expect(read.get('documentProperties.docx')).toEqual(['paragraph: Hello World!']);
	}, 60_000);
});
