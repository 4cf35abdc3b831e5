import { describe, expect, test } from 'vitest';
import { message } from '#shared/messages/messages.ts';
import { docx, mediaTypeOf, xlsx } from './media-type.ts';
import { largestTextBytes } from './refusal.ts';
import { readDocument } from './registry.ts';
import { refusalOf } from './test-processes/outcomes.ts';

function bytesOf(...parts: (string | number[] | Uint8Array)[]): Uint8Array {
	return Buffer.concat(
		parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
	);
}

const zip = (first: string) => bytesOf('PK', [3, 4], new Array(26).fill(0), first);

describe('what a file is', () => {
	test.each([
		['a.txt', bytesOf('%PDF-1.7'), 'application/pdf'],
		['a.jpg', bytesOf([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
		['a.txt', bytesOf([0x89], 'PNG\r\n', [0x1a, 0x0a]), 'image/png'],
		['a', bytesOf('GIF89a'), 'image/gif'],
		['a', bytesOf('II', [0x2a, 0]), 'image/tiff'],
		['a', bytesOf('RIFF', [1, 2, 3, 4], 'WEBP'), 'image/webp'],
		['a.mp3', bytesOf('ID3', [4, 0]), 'audio/mpeg'],
		['a.mp4', bytesOf([0, 0, 0, 24], 'ftypisom'), 'video/mp4'],
		['a.rtf', bytesOf('{\\rtf1 a}'), 'application/rtf'],
		['a.db', bytesOf('SQLite format 3', [0]), 'application/vnd.sqlite3'],
		['a.zip', zip('a.txt'), 'application/zip'],
		['a.docx', zip('[Content_Types].xml'), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
		['a.zip', bytesOf(zip('a.xml'), zip('word/document.xml')), docx],
		['a.docx', bytesOf(zip('a.xml'), zip('xl/workbook.xml')), xlsx],
		['a.zip', zip('mimetypeapplication/epub+zip'), 'application/epub+zip'],
		['a.odt', zip('mimetypeapplication/vnd.oasis.opendocument.textPK'), 'application/vnd.oasis.opendocument.text'],
		['a.txt', bytesOf('alpha'), 'text/plain'],
		['a.MD', bytesOf('alpha'), 'text/markdown'],
		['a.html', bytesOf('alpha'), 'text/html'],
		['a.xhtml', bytesOf('<?xml version="1.0"?><html>'), 'text/html'],
		['a', bytesOf('<!DOCTYPE html><p>a'), 'text/html'],
		['a.txt', bytesOf('<!DOCTYPE html><p>a'), 'text/plain'],
		['letter', bytesOf('alpha'), 'text/plain'],
		['a.csv', bytesOf('alpha,beta'), 'text/csv'],
		['a.bin', bytesOf([0, 1, 2, 3, 4, 5, 6, 7]), 'application/octet-stream'],
		// Letters of windows-1251, if one guesses.
		['a.pmtiles', bytesOf([0xc0, 0xe1, 0xe2, 0xe3, 0xe4]), 'application/vnd.pmtiles'],
		['a', bytesOf('PMTiles', [3, 0xc0]), 'application/vnd.pmtiles'],
		['a.jpg', bytesOf([0xc0, 0xe1, 0xe2, 0xe3, 0xe4]), 'application/octet-stream'],
		['a.txt', bytesOf([0xc0, 0xe1, 0xe2, 0xe3, 0xe4]), 'text/plain'],
		// What a server said instead of sending the file.
		['a.pmtiles', bytesOf('not found'), 'text/plain'],
		['a.jpg', bytesOf(Buffer.from('не найдено')), 'text/plain'],
		['a.txt', bytesOf([0xff, 0xfe, 0x10, 0x04]), 'text/plain'],
	])('%s %#: %s', (fileName, head, mediaType) => {
		expect(mediaTypeOf(fileName, head)).toBe(mediaType);
	});

	test('text in encodings of one and of two bytes is text', () => {
		const text = 'Альфа бета гамма, образец письма';
		const wide = Buffer.from(text, 'utf16le');
		const narrow = Uint8Array.from(text, (letter) =>
			letter >= 'А' ? letter.charCodeAt(0) - 0x350 : letter.charCodeAt(0),
		);
		expect([wide, narrow, wide.swap16()].map((bytes) => mediaTypeOf('a', bytes))).toEqual(
			new Array(3).fill('text/plain'),
		);
	});
});

describe('reading', () => {
	test.each([
		['a.md', '# Alpha', 'markdown', 'text/markdown'],
		['a.html', '<p>alpha', 'html', 'text/html'],
		['a.txt', 'alpha', 'plain-text', 'text/plain'],
		['a.csv', 'alpha,beta', 'plain-text', 'text/csv'],
		['letter', 'alpha', 'plain-text', 'text/plain'],
	])('%s', async (fileName, text, importer, mediaType) => {
		expect(await readDocument(bytesOf(text), { fileName })).toMatchObject({ importer, mediaType });
	});

	test.each([
		['an empty file', 'a.txt', bytesOf(), message('import.reason.empty')],
		['a blank one', 'a.txt', bytesOf(' \n\n '), message('import.reason.blank')],
		['a page without text', 'a.html', bytesOf('<p><script>alpha</script>'), message('import.reason.blank')],
		['a PDF that is none', 'a.pdf', bytesOf('%PDF-1.7'), message('import.reason.pdf-damaged')],
		[
			'a picture under the name of a text',
			'a.txt',
			bytesOf([0xff, 0xd8, 0xff]),
			message('import.reason.image-damaged'),
		],
		[
			'an old word processor file that ends at its head',
			'a.doc',
			bytesOf([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
			message('import.reason.office-damaged'),
		],
		[
			'what is left of the tiles of a map',
			'a.pmtiles',
			bytesOf([0xc0, 0xe1, 0xe2, 0xe3, 0xe4]),
			message('import.reason.tiles-damaged'),
		],
		['the head of such tiles alone', 'a.pmtiles', bytesOf('PMTiles', [3]), message('import.reason.tiles-damaged')],
		['tiles of a map', 'a.pmtiles', bytesOf('PMTiles', [3], new Array(120).fill(0)), message('import.reason.tiles')],
		[
			'tiles of a large map',
			'a.pmtiles',
			bytesOf('PMTiles', [3], Buffer.alloc(largestTextBytes)),
			message('import.reason.tiles'),
		],
		['binary data', 'a.txt', bytesOf([0, 1, 2, 3]), message('import.reason.binary')],
		[
			'a huge file',
			'a.txt',
			Buffer.alloc(largestTextBytes + 1, 'a'),
			message('import.reason.too-large', { megabytes: 64 }),
		],
	])('%s is refused with its reason', async (_, fileName, bytes, reason) => {
		expect(await refusalOf(bytes, fileName)).toBe(reason);
	});
});
