import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { message } from '#shared/messages/messages.ts';
import { epub } from './media-type.ts';
import { readDocument } from './registry.ts';
import { epubOf, type MadeBook, zipOf } from './test-processes/made-documents.ts';
import { refusalOf } from './test-processes/outcomes.ts';
import { sharedData } from './test-processes/outside-data.ts';

async function read(book: MadeBook) {
	return readDocument(await epubOf(book), { fileName: 'sample.epub' });
}

const chapter = (body: string) => `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">${body}</html>`;

describe('what an e-book becomes', () => {
	test('its chapters in order, with title, language, author and day', async () => {
		const { title, language, fields, blocks, mediaType } = await read({
			metadata:
				'<dc:title>Sample book</dc:title><dc:language>EN</dc:language><dc:creator>Alpha Beta</dc:creator><dc:date>1998-07</dc:date>',
			chapters: [
				chapter(
					'<head><title/><script src="a.js"/></head><body><h1>One</h1><p>alpha<a id="x"/> &nbsp;<![CDATA[b]e<t>a]]></p></body>',
				),
				chapter('<body xml:lang="hy"><h1>Two</h1><table><tr><td>a</td><td>b</td></tr></table></body>'),
				chapter('<body><table><tr><td>c</td><td>d</td></tr></table></body>'),
			],
		});
		expect({ title, language, mediaType }).toEqual({ title: 'Sample book', language: 'en', mediaType: epub });
		expect(fields).toEqual({
			creators: [{ name: 'Alpha Beta', role: 'author', certainty: 'stated' }],
			dates: [{ type: 'published', edtf: '1998-07', inferred: '' }],
		});
		expect(blocks.map(({ kind, text, level, cell }) => [kind, text, level ?? cell?.table])).toEqual([
			['heading', 'One', 1],
			['paragraph', 'alpha \u00a0b]e<t>a', undefined],
			['heading', 'Two', 1],
			['cell', 'a', 0],
			['cell', 'b', 0],
			['cell', 'c', 1],
			['cell', 'd', 1],
		]);
		expect(blocks[2]?.language).toBe('hy');
	});

	test('how many pictures stay in the file', async () => {
		const chapters = ['<body><p>a<img src="b.svg" alt="b"/></p></body>', '<body><p>c<img src="d.svg"/></p></body>'].map(
			chapter,
		);
		const more = { 'book/text/b.svg': '<svg/>', 'book/text/d.svg': '<svg/>' };
		expect((await read({ chapters, more })).parameters).toEqual({ pictures: 2 });
	});

	test('notes are notes', async () => {
		const { blocks } = await read({
			chapters: [
				chapter(
					'<body xmlns:epub="http://www.idpf.org/2007/ops"><p>alpha</p><aside epub:type="footnote"><p>beta</p></aside><ol><li epub:type="endnote">gamma</li></ol></body>',
				),
			],
		});
		expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'note', 'note']);
	});

	test('a chapter that is missing is counted, and a chapter that is no XML is read all the same', async () => {
		const bytes = await epubOf({ chapters: ['<p>alpha<p>beta<br>gamma'] });
		expect((await readDocument(bytes, { fileName: 'a.epub' })).blocks.map(({ text }) => text)).toEqual([
			'alpha',
			'beta\ngamma',
		]);
		const without = await epubOf({
			chapters: [chapter('<p>alpha</p>')],
			more: {
				'book/a.opf':
					'<package><manifest><item id="a" href="gone.xhtml" media-type="application/xhtml+xml"/><item id="b" href="text/c%200.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/><itemref idref="b"/></spine></package>',
			},
		});
		const { blocks, parameters } = await readDocument(without, { fileName: 'a.epub' });
		expect(blocks).toHaveLength(1);
		expect(parameters).toEqual({ missing: 1 });
	});
});

describe('hostile and damaged books', () => {
	test.each(['<a b ', '<![CDATA[', '<a b="', '<a b', `<a${' '.repeat(1000)}`])(
		'a chapter full of %j',
		async (opening) => {
			const { blocks } = await read({
				chapters: [chapter(`<p>alpha</p>${opening.repeat(1_000_000 / opening.length)}`)],
			});
			expect(blocks[0]?.text).toBe('alpha');
		},
	);

	test('without an order of its own it is read in that of its files, and chapters that are in neither are counted', async () => {
		const book = (spine: string) =>
			epubOf({
				chapters: [],
				more: {
					'book/a.opf': `<package><manifest><item id="n" properties="nav" href="n.xhtml" media-type="application/xhtml+xml"/><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="b" href="b.xhtml" media-type="application/xhtml+xml"/></manifest><spine>${spine}</spine></package>`,
					'book/n.xhtml': chapter('<p>contents</p>'),
					'book/a.xhtml': chapter('<p>alpha</p>'),
					'book/b.xhtml': chapter('<p>beta</p>'),
				},
			});
		const none = await readDocument(await book(''), { fileName: 'a.epub' });
		expect(none.blocks.map(({ text }) => text)).toEqual(['alpha', 'beta']);
		const gap = await readDocument(await book('<itemref idref="gone"/><itemref idref="b"/>'), { fileName: 'a.epub' });
		expect([gap.blocks.map(({ text }) => text), gap.parameters]).toEqual([['beta'], { missing: 1 }]);
	});

	const encrypted = (algorithm: string, uri: string) =>
		`<encryption><EncryptedData><EncryptionMethod Algorithm="${algorithm}"/><CipherData><CipherReference URI="${uri}"/></CipherData></EncryptedData></encryption>`;

	test('a copy-protected one is refused, one that only hides its fonts is read', async () => {
		const chapters = [chapter('<p>alpha</p>')];
		const locked = { 'META-INF/encryption.xml': encrypted('urn:sample', 'book/text/c%200.xhtml') };
		expect(await refusalOf(await epubOf({ chapters, more: locked }), 'a.epub')).toBe(
			message('import.reason.copy-protected'),
		);
		const fonts = { 'META-INF/encryption.xml': encrypted('http://www.idpf.org/2008/embedding', 'book/a.otf') };
		expect((await read({ chapters, more: fonts })).blocks).toHaveLength(1);
	});

	test.each(['../../../etc/hostname', 'http://example.org/a.xhtml', 'file:///etc/hostname', ''])(
		'a chapter at %s is not looked for outside of the book',
		async (href) => {
			const opf = `<package><manifest><item id="a" href="${href}" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>`;
			const bytes = await epubOf({ chapters: [], more: { 'book/a.opf': opf } });
			expect(await refusalOf(bytes, 'a.epub')).toBe(message('import.reason.book-chapters'));
		},
	);

	test('without a package document, or with one that is no XML, it is damaged', async () => {
		const bare = await zipOf({ mimetype: 'application/epub+zip' });
		const broken = await epubOf({ chapters: [], more: { 'book/a.opf': '<package>' } });
		expect(await refusalOf(bare, 'a.epub')).toBe(
			message('import.reason.broken-part', { part: 'META-INF/container.xml' }),
		);
		expect(await refusalOf(broken, 'a.epub')).toBe(message('import.reason.broken-part', { part: 'book/a.opf' }));
	});

	test('every outside book is read, or refused with a reason', async ({ annotate }) => {
		const folder = sharedData('fixtures/epubcheck-epub');
		if (folder === null) {
			await annotate('outside data missing: fixtures/epubcheck-epub');
			return;
		}
		const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.epub'));
		let read = 0;
		for (const file of files) {
			const bytes = readFileSync(join(folder, file));
			const fileName = basename(file);
			const extraction = await readDocument(bytes, { fileName }).catch(() => null);
			if (extraction) read += 1;
			else expect(await refusalOf(bytes, fileName)).not.toBe('');
			if (fileName === 'minimal.epub')
				expect(extraction).toMatchObject({ title: 'Minimal EPUB 3.0', language: 'en', blocks: { length: 2 } });
		}
		// One is a picture by its bytes, whatever its name says.
		expect([files.length, read]).toEqual([20, 18]);
	});
});
