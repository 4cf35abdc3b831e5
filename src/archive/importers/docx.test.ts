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

	test('the text of fields and under ruby is kept, deleted text is not', async () => {
		const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`;
		const { blocks } = await read(
			`<w:p><w:fldSimple w:instr="DATE">${run('alpha')}</w:fldSimple><w:r><w:ruby><w:rt>${run('x')}</w:rt><w:rubyBase>${run('beta')}</w:rubyBase></w:ruby></w:r><w:ins>${run('gamma')}</w:ins><w:del>${run('delta')}</w:del></w:p>`,
		);
		expect(blocks.map(({ text }) => text)).toEqual(['alphabetagamma']);
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
	test('a document with a password', async () => {
		const locked = Buffer.concat([
			Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
			Buffer.from('EncryptedPackage', 'utf16le'),
		]);
		expect(await refusalOf(locked, 'a.docx')).toBe(message('import.reason.encrypted'));
	});

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
		expect(blocks).toEqual([{ kind: 'paragraph', text: 'alpha' }]);
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
					extraction.blocks.map(({ kind, text }) => `${kind}: ${text}`),
				);
			else {
				refused += 1;
				expect(await refusalOf(bytes, fileName)).not.toBe('');
			}
		}
		expect(read.size + refused).toBe(99);
		expect(read.size).toBeGreaterThan(70);
		expect(read.get('footnotes.docx')).toEqual(['paragraph: Eto ochen prostoy[1] text so snoskoy', 'note: [1] snoska']);
		expect(read.get('documentProperties.docx')).toEqual(['paragraph: Hello World!']);
	}, 60_000);
});
