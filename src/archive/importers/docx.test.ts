import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { message } from '#shared/messages/messages.ts';
import { docx } from './media-type.ts';
import { readDocument } from './registry.ts';
import { docxOf, wordParagraph, wordPart, wordRelationships } from './test-processes/made-documents.ts';
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

	test('boxes, choices and other signs of forms and lines are text', async () => {
		const begin = (data: string) =>
			`<w:r><w:fldChar w:fldCharType="begin"><w:ffData>${data}</w:ffData></w:fldChar></w:r>`;
		const field = (data: string, code: string) =>
			`${begin(data)}<w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
		const list = '<w:ddList><w:result w:val="1"/><w:listEntry w:val="a"/><w:listEntry w:val="b &amp; c"/></w:ddList>';
		const box = '<w:checkBox><w:checked/></w:checkBox>';
		const { blocks } = await read(
			`<w:p><w:r><w:t>alpha</w:t><w:cr/><w:t>beta</w:t><w:ptab/><w:t>gamma </w:t></w:r>${field(list, 'FORMDROPDOWN')}${field(box, 'FORMCHECKBOX')}</w:p>`,
		);
		expect(blocks.map(({ text }) => text)).toEqual(['alpha\nbeta gamma b & c☒']);
	});

	test('formulas are text in a line', async () => {
		const m = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`;
		const half = `<m:f><m:fPr><m:type m:val="bar"/></m:fPr><m:num>${m('a')}</m:num><m:den>${m('b')}</m:den></m:f>`;
		const square = `<m:sSup><m:e><m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr><m:e>${m('c')}</m:e></m:d></m:e><m:sup>${m('2')}</m:sup></m:sSup>`;
		const { blocks } = await read(
			`<w:p><w:r><w:t>x=</w:t></w:r><m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">${half}${square}</m:oMath></w:p>`,
		);
		expect(blocks.map(({ text }) => text)).toEqual(['x=a/b[c]^2']);
	});

	test('words of diagrams and charts, and of boxes that have no older rendering, stand where they are drawn', async () => {
		const names =
			'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
		const line = (text: string) => `<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`;
		const points = (...values: string[]) =>
			values.map((value, at) => `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`).join('');
		const drawing = (inside: string) => `<w:r><w:drawing ${names}>${inside}</w:drawing></w:r>`;
		const { blocks } = await read(
			[
				`<w:p>${drawing('<dgm:relIds xmlns:dgm="d" r:dm="x"/>')}</w:p>`,
				`<w:p>${drawing('<c:chart xmlns:c="c" r:id="y"/>')}</w:p>`,
				`<w:p>${drawing(`<wps:txbx xmlns:wps="w"><w:txbxContent>${wordParagraph('in a box')}</w:txbxContent></wps:txbx>`)}</w:p>`,
			].join(''),
			{
				'word/_rels/document.xml.rels': wordRelationships({ x: 'diagrams/data1.xml', y: 'charts/chart1.xml' }),
				'word/diagrams/data1.xml': `<dgm:dataModel xmlns:dgm="d" ${names}><dgm:pt><dgm:t>${line('alpha')}${line('beta')}</dgm:t></dgm:pt><dgm:pt><dgm:t>${line('')}</dgm:t></dgm:pt></dgm:dataModel>`,
				'word/charts/chart1.xml': `<c:chartSpace xmlns:c="c" ${names}><c:chart><c:title>${line('Title')}</c:title><c:ser><c:tx>${points('One')}</c:tx><c:cat>${points('p', 'q')}</c:cat><c:val>${points('4.2999999999999998', '7')}</c:val></c:ser></c:chart></c:chartSpace>`,
			},
		);
		expect(blocks.map(({ text }) => text)).toEqual(['alpha\nbeta', 'Title\nOne\np 4.3\nq 7', 'in a box']);
	});

	test('comments are marks on the words that they are about, replies answer them', async () => {
		const comment = (id: number, words: string, paragraph: string) =>
			`<w:comment w:id="${id}" w:author="Alpha Reader" w:date="2020-01-02T03:04:05Z"><w:p w14:paraId="${paragraph}"><w:r><w:t>${words}</w:t></w:r></w:p></w:comment>`;
		const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
		const run = (text: string, properties = '') =>
			`<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
		const start = (id: number) => `<w:commentRangeStart w:id="${id}"/>`;
		const end = (id: number) => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
		const parts = {
			'word/_rels/document.xml.rels': `<Relationships><Relationship Id="a" Type="${office}/comments" Target="comments.xml"/><Relationship Id="b" Type="x/commentsExtended" Target="commentsExtended.xml"/></Relationships>`,
			'word/comments.xml': `<w:comments xmlns:w="w" xmlns:w14="v">${comment(0, 'One', 'A0')}${comment(1, 'Two', 'A1')}${comment(2, 'Three', 'A2')}${comment(3, ' ', 'A3')}</w:comments>`,
			'word/commentsExtended.xml':
				'<w15:commentsEx xmlns:w15="x"><w15:commentEx w15:paraId="A0"/><w15:commentEx w15:paraId="A1" w15:paraIdParent="A0"/></w15:commentsEx>',
		};
		const { blocks, marks, parameters } = await read(
			[
				`<w:p>${run('alpha ')}${start(0)}${start(1)}${run('be', '<w:b/>')}</w:p>`,
				`<w:p>${run('gam', '<w:b/>')}${end(0)}${end(1)}${run('ma', '<w:b/>')}${run(' delta')}</w:p>`,
				`<w:p>${run('epsilon')}<w:r><w:commentReference w:id="2"/></w:r></w:p>`,
			].join(''),
			parts,
		);
		expect(blocks).toEqual([
			{ kind: 'paragraph', text: 'alpha be', marks: [{ start: 6, end: 8, kind: 'strong' }] },
			{ kind: 'paragraph', text: 'gamma delta', marks: [{ start: 0, end: 5, kind: 'strong' }] },
			{ kind: 'paragraph', text: 'epsilon' },
		]);
		const made = { author: 'Alpha Reader', at: '2020-01-02T03:04:05.000Z', region: null };
		expect(marks).toEqual([
			{
				...{ ...made, id: '0', replyTo: null, body: 'One' },
				range: { startOrdinal: 0, startOffset: 6, endOrdinal: 1, endOffset: 3 },
			},
			{ ...made, id: '1', replyTo: '0', body: 'Two', range: null },
			{
				...{ ...made, id: '2', replyTo: null, body: 'Three' },
				range: { startOrdinal: 2, startOffset: 0, endOrdinal: 2, endOffset: 7 },
			},
		]);
		expect(parameters).toEqual({});
	});

	test('comments that cannot be taken are said to be in the file only', async () => {
		const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
		const readWith = async (comments: string) => {
			const { marks = [], parameters } = await read(wordParagraph('alpha'), {
				'word/_rels/document.xml.rels': `<Relationships><Relationship Id="a" Type="${office}/comments" Target="remarks.xml"/></Relationships>`,
				'word/remarks.xml': comments,
			});
			return [marks.length, parameters];
		};
		const comment = (id: number | string) => `<w:comment w:id="${id}">${wordParagraph('beta')}</w:comment>`;
		const many = Array.from({ length: 2_001 }, (_, id) => comment(id));
		expect(await readWith(wordPart('comments', many.join('')))).toEqual([2_000, { textAside: true }]);
		expect(await readWith(wordPart('comments', comment(1) + comment('x')))).toEqual([1, { textAside: true }]);
		expect(await readWith(wordPart('comments', comment(1)))).toEqual([1, {}]);
		expect(await readWith(wordPart('comments', '&#0;'))).toEqual([0, { textAside: true }]);
	});

	test('no words are taken for the signs of comments', async () => {
		const { title, blocks } = await read(
			`${styled('\ufdd0a\ufdd1 letter', 'Title')}${wordParagraph('Paid &#xFDD0;not&#64977; in full')}`,
		);
		expect(title).toBe('\ufdd0a\ufdd1 letter');
		expect(blocks[1]?.text).toBe('Paid \ufdd0not\ufdd1 in full');
	});

	test('what stands in the margins of the pages stands once behind the text, without the numbers of pages', async () => {
		const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
		const relation = (id: string, kind: string, target: string) =>
			`<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}.xml"/>`;
		const code = (instruction: string, shown: string) =>
			`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>${shown}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
		const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
		const box = `<w:r><w:pict><w:txbxContent>${wordParagraph('in a box')}</w:txbxContent></w:pict></w:r>`;
		const { blocks, parameters } = await read(wordParagraph('alpha'), {
			'word/_rels/document.xml.rels': `<Relationships>${relation('a', 'footer', 'footer1')}${relation('b', 'header', 'header1')}${relation('c', 'header', 'header2')}</Relationships>`,
			'word/header1.xml': wordPart('hdr', `<w:p>${run('beta')}<w:r><w:tab/></w:r>${run('gamma')}${box}</w:p>`),
			'word/header2.xml': wordPart('hdr', `<w:p>${run('beta ')}${run('gamma')}</w:p>`),
			'word/footer1.xml': wordPart(
				'ftr',
				`<w:p>${run('Page ')}${code(' PAGE ', '7')}${run(' of ')}<w:fldSimple w:instr="NUMPAGES">${run('9')}</w:fldSimple></w:p><w:p>${run('of the day ')}${code(' DATE ', 'delta')}</w:p>`,
			),
		});
		expect(blocks).toEqual([
			{ kind: 'paragraph', text: 'alpha' },
			{ kind: 'rule', text: '' },
			...['beta gamma', 'in a box', 'of the day delta'].map((text) => ({ kind: 'note', text })),
		]);
		expect(parameters).toEqual({});
	});

	test('what was struck out stays in the original, and is said to', async () => {
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
