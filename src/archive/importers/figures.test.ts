import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { pngAround, pngOf } from '#archive/testing/test-png.ts';
import { type Block, numberBlocks } from '#shared/domain/block.ts';
import type { FigurePicture } from '#shared/domain/figure.ts';
import { readDocument } from './registry.ts';
import {
	docxOf,
	epubOf,
	odtOf,
	wordParagraph,
	wordPicture,
	wordRelationships,
	zipOf,
} from './test-processes/made-documents.ts';

const png = pngOf(40, 30);
const other = pngOf(120, 10, [200, 30, 30]);

/** Of each block its words, or what stands in their place. */
function told(blocks: readonly Block[]) {
	return blocks.map(({ text, figure }) => {
		if (!figure) return text;
		const { alt, picture, obstacle, address } = figure;
		return [
			alt ?? null,
			picture ? `${picture.mediaType} ${picture.width}×${picture.height}` : obstacle,
			address,
		].filter((fact) => fact !== undefined);
	});
}

/** The picture as it is taken out of the file again. */
function takenOut(file: Uint8Array, { start, length, coding }: FigurePicture): Uint8Array {
	const bytes = file.subarray(start, start + length);
	if (coding === 'stored') return bytes;
	if (coding === 'deflate') return inflateRawSync(bytes);
	return Buffer.from(Buffer.from(bytes).toString('latin1'), coding);
}

async function expectPictures(file: Uint8Array, fileName: string, pictures: readonly Uint8Array[]) {
	const { blocks } = await readDocument(file, { fileName });
	const placed = blocks.flatMap(({ figure }) => figure?.picture ?? []);
	expect(placed).toHaveLength(pictures.length);
	placed.forEach((picture, at) => {
		const bytes = takenOut(file, picture);
		expect(Buffer.from(bytes).equals(Buffer.from(pictures[at] ?? []))).toBe(true);
		expect(picture.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
	});
}

describe('a Word document', () => {
	const file = docxOf(
		`<w:p>${wordPicture('r1', 'A sample emblem')}</w:p><w:p><w:r><w:t>alpha</w:t></w:r>${wordPicture('r2')}<w:r><w:t> beta</w:t></w:r></w:p>${wordParagraph('gamma')}<w:tbl><w:tr><w:tc><w:p>${wordPicture('r1', 'in a cell')}</w:p></w:tc><w:tc>${wordParagraph('delta')}</w:tc></w:tr></w:tbl><w:p>${wordPicture('r3', '', true)}</w:p><w:p>${wordPicture('r4', 'a drawing')}</w:p><w:p>${wordPicture('r5')}</w:p>`,
		{
			'word/_rels/document.xml.rels': wordRelationships({
				r1: 'media/image1.png',
				r2: 'media/image2.png',
				r3: 'https://example.org/a%20b.png',
				r4: 'media/image3.emf',
				r5: 'media/none.png',
			}),
			'word/media/image1.png': png,
			'word/media/image2.png': other,
			'word/media/image3.emf': 'sample drawing',
		},
	);

	test('has its pictures where they stand, with their words, and says of the others why not', async () => {
		const { blocks, parameters } = await readDocument(await file, { fileName: 'a.docx' });
		expect(told(blocks)).toEqual([
			['A sample emblem', 'image/png 40×30'],
			'alpha beta',
			[null, 'image/png 120×10'],
			'gamma',
			['in a cell', 'image/png 40×30'],
			'delta',
			[null, 'elsewhere', 'https://example.org/a%20b.png'],
			['a drawing', 'format'],
			[null, 'missing'],
		]);
		// In the file, and not shown, is the drawing alone.
		expect(parameters).toEqual({ pictures: 1 });
		expect(blocks[4]?.cell).toEqual({ table: 0, row: 0, column: 0 });
		expect(numberBlocks(blocks)).toEqual([null, 1, null, 2, null, 3, null, null, null]);
	});

	test('gives them back from where it says that they lie', async () => {
		await expectPictures(await file, 'a.docx', [png, other, png]);
	});
});

test('an OpenDocument text takes of a frame the format that can be shown, and its description', async () => {
	const frame = (inside: string) => `<text:p>alpha<draw:frame>${inside}</draw:frame></text:p>`;
	const image = (href: string) => `<draw:image xlink:href="${href}"/>`;
	const file = await odtOf(
		`${frame(`${image('Pictures/a.svg')}${image('Pictures/a.png')}<svg:title>short</svg:title><svg:desc>A sample map</svg:desc>`)}${frame(image('./Pictures/b.png'))}${frame(image('https://example.org/c.png'))}`,
		'',
		{ 'Pictures/a.png': png, 'Pictures/a.svg': '<svg/>', 'Pictures/b.png': other },
	);
	const { blocks, parameters } = await readDocument(file, { fileName: 'a.odt' });
	expect(told(blocks)).toEqual([
		'alpha',
		['A sample map', 'image/png 40×30'],
		'alpha',
		[null, 'image/png 120×10'],
		'alpha',
		[null, 'elsewhere', 'https://example.org/c.png'],
	]);
	expect(parameters).toEqual({});
	await expectPictures(file, 'a.odt', [png, other]);
});

test('an e-book has those of its chapters, also within a drawing that only fits them to the page', async () => {
	const chapter = (body: string) => `<html xmlns="http://www.w3.org/1999/xhtml"><body>${body}</body></html>`;
	const file = await epubOf({
		chapters: [
			chapter(
				'<svg xmlns:xlink="http://www.w3.org/1999/xlink"><title>Cover</title><image xlink:href="../art/a%20b.png"/></svg>',
			),
			chapter(
				'<figure><img src="../art/c.png" alt=""/><figcaption>alpha</figcaption></figure><table><tr><td>a</td><td><img src="../art/a b.png" alt="d"/></td></tr></table><p><img src="http://example.org/e.png" alt="e"/><img src="../../../f.png" alt=""/></p>',
			),
		],
		more: { 'book/art/a b.png': png, 'book/art/c.png': pngOf(200, 150) },
	});
	const { blocks } = await readDocument(file, { fileName: 'a.epub' });
	expect(told(blocks)).toEqual([
		['Cover', 'image/png 40×30'],
		[null, 'image/png 200×150'],
		'alpha',
		'a',
		['d', 'image/png 40×30'],
		['e', 'elsewhere', 'http://example.org/e.png'],
	]);
	await expectPictures(file, 'a.epub', [png, pngOf(200, 150), png]);
});

describe('a saved page', () => {
	const data = (bytes: Uint8Array) => `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`;

	test('has those that it holds itself, and the addresses of those that it does not', async () => {
		const html = `<!-- ${data(other)} --><h1>Sample</h1><p>alpha<img alt="A &amp; B" src="${data(png)}"></p><p>beta</p><img src='${data(other)}'><img src=${data(png)} alt=bare><img src="https://example.org/x.png" alt="far"><img src="data:image/svg+xml,<svg/>" alt="drawn"><img src="https://example.org/spacer.gif" alt=""><img alt="nothing">`;
		const file = Buffer.from(html);
		const { blocks, parameters } = await readDocument(file, { fileName: 'a.html' });
		expect(told(blocks)).toEqual([
			'Sample',
			'alpha',
			['A & B', 'image/png 40×30'],
			'beta',
			[null, 'image/png 120×10'],
			['bare', 'image/png 40×30'],
			['far', 'elsewhere', 'https://example.org/x.png'],
			['drawn', 'format'],
			['nothing', 'missing'],
		]);
		expect(parameters).toMatchObject({ pictures: 1 });
		await expectPictures(file, 'a.html', [png, other, png]);
	});

	test('says of addresses that are not of the web only that the picture is not there', async () => {
		const html = `<h1>Sample</h1><img src="file:///C:/Users/sample/a.png" alt="a"><img src="\\\\sample\\b.png" alt="b"><img src="a_files/c.png" alt="c">`;
		const { blocks } = await readDocument(Buffer.from(html), { fileName: 'a.html' });
		expect(told(blocks)).toEqual(['Sample', ['a', 'missing'], ['b', 'missing'], ['c', 'missing']]);
	});

	test('keeps the words of a picture that it loads later, not what keeps its place', async () => {
		const dot = data(pngOf(1, 1));
		const html = `<h1>Sample</h1><img src="${dot}" data-src="map.png" alt="Map of the sample"><img src="${dot}"><img src="${dot}" alt="">`;
		const { blocks } = await readDocument(Buffer.from(html), { fileName: 'a.html' });
		expect(told(blocks)).toEqual(['Sample', ['Map of the sample', 'missing']]);
	});

	test('says truly of those that are written in another way than base64 that it is that', async () => {
		const escaped = data(png).replace(/.{40}$/, (end) => `%0A${end}`);
		const html = `<h1>Sample</h1><img src="${escaped}" alt="a"><img src="data:image/tiff;base64,%0AAA" alt="b"><img src="${data(png)}" alt="c">`;
		const { blocks, parameters } = await readDocument(Buffer.from(html), { fileName: 'a.html' });
		expect(told(blocks)).toEqual(['Sample', ['a', 'written'], ['b', 'format'], ['c', 'image/png 40×30']]);
		expect(parameters).toMatchObject({ pictures: 2 });
		const wide = Buffer.from(`\ufeff<h1>Sample</h1>${`<img src="${data(png)}" alt="a">`.repeat(20)}`, 'utf16le');
		const read = await readDocument(wide, { fileName: 'a.html' });
		expect(told(read.blocks).slice(1)).toEqual(Array.from({ length: 20 }, () => ['a', 'written']));
	});

	test('is read as what it says, however large its pictures are', async () => {
		const large = pngAround(4000, 3000, Buffer.alloc(9 * 1024 * 1024));
		const { blocks, parameters } = await readDocument(
			Buffer.from(`<h2>Alpha</h2><p>beta<img src="${data(large)}"></p>`),
			{
				fileName: 'a.html',
			},
		);
		expect(parameters).not.toHaveProperty('flattened');
		expect(told(blocks)).toEqual(['Alpha', 'beta', [null, 'image/png 4000×3000']]);
	});

	test('has the pictures of its article', async () => {
		const paragraph = (name: string) => `<p>${`Alpha ${name} beta gamma, delta epsilon zeta. `.repeat(20)}</p>`;
		const html = `<html lang="en"><body><nav><ul><li><a href="/a">one</a><img src="${data(other)}" alt="menu"></li></ul></nav><article><h1>Sample</h1>${paragraph('one')}<figure><img src="${data(png)}" alt="of the article"></figure>${paragraph('two')}${paragraph('three')}</article><footer><p>imprint of the page</p></footer></body></html>`;
		const { blocks, parameters } = await readDocument(Buffer.from(html), { fileName: 'a.html' });
		expect(parameters.part).toBe('article');
		expect(blocks.flatMap(({ figure }) => figure?.alt ?? [])).toEqual(['of the article']);
		await expectPictures(Buffer.from(html), 'a.html', [png]);
	});
});

test('a page that was saved in one file has its parts for pictures, by address and by id', async () => {
	const part = (headers: readonly string[], bytes: Uint8Array) => [
		'--b',
		'Content-Type: image/png',
		'Content-Transfer-Encoding: base64',
		...headers,
		'',
		...(Buffer.from(bytes)
			.toString('base64')
			.match(/.{1,76}/g) ?? []),
	];
	const file = Buffer.from(
		[
			'From: <Saved by Blink>',
			'Snapshot-Content-Location: https://example.org/pages/alpha',
			'MIME-Version: 1.0',
			'Content-Type: multipart/related; type="text/html"; boundary="b"',
			'',
			'--b',
			'Content-Type: text/html',
			'Content-Location: https://example.org/pages/alpha',
			'',
			'<h1>Gamma</h1><img src="../a.png" alt="a"><img src="cid:x@y" alt="x"><img src="https://example.org/none.png" alt="n">',
			...part(['Content-Location: https://example.org/a.png'], png),
			...part(['Content-ID: <x@y>'], other),
			'--b--',
			'',
		].join('\r\n'),
	);
	const { blocks } = await readDocument(file, { fileName: 'a.mhtml' });
	expect(told(blocks)).toEqual([
		'Gamma',
		['a', 'image/png 40×30'],
		['x', 'image/png 120×10'],
		['n', 'elsewhere', 'https://example.org/none.png'],
	]);
	await expectPictures(file, 'a.mhtml', [png, other]);
});

test.each([
	['as it is', '7bit', (html: string) => html, 'image/png 40×30'],
	// Longer lines are cut in two there, each cut with a sign of equality.
	[
		'quoted-printable',
		'quoted-printable',
		(html: string) => html.replaceAll('=', '=3D').replace(/.{70}/g, '$&=\r\n'),
		'written',
	],
])('a page in one file may hold a picture in its own text, which is written %s', async (_, coding, write, said) => {
	const html = `<h1>Gamma</h1><img src="data:image/png;base64,${Buffer.from(png).toString('base64')}" alt="a">`;
	const file = Buffer.from(
		[
			'From: <Saved by Blink>',
			'MIME-Version: 1.0',
			'Content-Type: multipart/related; type="text/html"; boundary="b"',
			'',
			'--b',
			'Content-Type: text/html',
			`Content-Transfer-Encoding: ${coding}`,
			'',
			write(html),
			'--b--',
			'',
		].join('\r\n'),
	);
	expect(told((await readDocument(file, { fileName: 'a.mhtml' })).blocks)).toEqual(['Gamma', ['a', said]]);
	await expectPictures(file, 'a.mhtml', said === 'written' ? [] : [png]);
});

describe('pictures that are made to do harm', () => {
	const read = async (picture: Uint8Array) => {
		const file = await docxOf(`<w:p><w:r><w:t>alpha</w:t></w:r>${wordPicture('r1', 'a')}</w:p>`, {
			'word/_rels/document.xml.rels': wordRelationships({ r1: 'media/image1.png' }),
			'word/media/image1.png': picture,
		});
		return told((await readDocument(file, { fileName: 'a.docx' })).blocks)[1];
	};

	test.each([
		['says that it is as large as a country', pngAround(100_000, 100_000, new Uint8Array(10)), 'too-large'],
		['has no size', pngAround(0, 5, new Uint8Array(10)), 'damaged'],
		['ends within its head', png.subarray(0, 20), 'damaged'],
		['is a page', Buffer.from('<html><script>alert(1)</script></html>'), 'format'],
		['is a drawing that runs', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'format'],
		['is nothing', new Uint8Array(), 'format'],
		['unfolds to more than a picture has', pngAround(9, 9, Buffer.alloc(40 * 1024 * 1024)), 'too-large'],
	])('one that %s is said and not shown', async (_, picture, obstacle) => {
		expect(await read(picture)).toEqual(['a', obstacle]);
	});

	test('a name that leads out of the file is none of its parts', async () => {
		const file = await docxOf(
			`<w:p><w:r><w:t>alpha</w:t></w:r>${wordPicture('r1', 'a')}${wordPicture('r2', 'b')}</w:p>`,
			{
				'word/_rels/document.xml.rels': wordRelationships({ r1: '../../../../etc/hostname', r2: '/etc/hostname' }),
			},
		);
		const { blocks } = await readDocument(file, { fileName: 'a.docx' });
		expect(told(blocks)).toEqual(['alpha', ['a', 'missing'], ['b', 'missing']]);
	});

	test('what a page says of a picture is words: of ten thousand of them the first are kept', async () => {
		const image = '<p><img src="https://example.org/a.png" alt="a"></p>';
		const { blocks } = await readDocument(Buffer.from(`<h1>Sample</h1>${image.repeat(10_000)}`), {
			fileName: 'a.html',
		});
		expect(blocks.filter(({ figure }) => figure)).toHaveLength(5000);
		const long = `<h1>Sample</h1><img src="https://example.org/${'a'.repeat(100_000)}" alt="${'b'.repeat(100_000)}">`;
		const [, kept] = (await readDocument(Buffer.from(long), { fileName: 'a.html' })).blocks;
		expect([kept?.figure?.alt?.length, kept?.figure?.address?.length]).toEqual([2000, 2000]);
	});

	test('entries that say less than they are, and those whose bytes are others, are damaged', async () => {
		const file = Buffer.from(
			await docxOf(`<w:p><w:r><w:t>alpha</w:t></w:r>${wordPicture('r1', 'a')}</w:p>`, {
				'word/_rels/document.xml.rels': wordRelationships({ r1: 'media/image1.png' }),
				'word/media/image1.png': png,
			}),
		);
		const entry = file.lastIndexOf('word/media/image1.png') - 46;
		file.writeUInt32LE(5, entry + 24);
		expect(told((await readDocument(file, { fileName: 'a.docx' })).blocks)[1]).toEqual(['a', 'damaged']);
	});
});

test('a file of nothing but pictures is read for them', async () => {
	const file = await docxOf(`<w:p>${wordPicture('r1', 'a page')}</w:p>`, {
		'word/_rels/document.xml.rels': wordRelationships({ r1: 'media/image1.png' }),
		'word/media/image1.png': png,
	});
	expect(told((await readDocument(file, { fileName: 'a.docx' })).blocks)).toEqual([['a page', 'image/png 40×30']]);
	await expect(readDocument(await zipOf({ mimetype: 'x' }), { fileName: 'a.zip' })).rejects.toThrow();
});
