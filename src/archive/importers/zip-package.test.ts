import { describe, expect, test } from 'vitest';
import { message } from '#shared/messages/messages.ts';
import { docxOf, odtOf, wordParagraph, zipOf } from './test-processes/made-documents.ts';
import { refusalOf } from './test-processes/outcomes.ts';

/** Overwrites bytes of the last record with that signature: what a file says of itself is not what it is. */
function lie(bytes: Uint8Array, signature: number[], at: number, value: number, size: 2 | 4): Uint8Array {
	const file = Buffer.from(bytes);
	const start = file.lastIndexOf(Buffer.from(signature));
	if (size === 2) file.writeUInt16LE(value, start + at);
	else file.writeUInt32LE(value, start + at);
	return file;
}

const centralEntry = [0x50, 0x4b, 1, 2];
const end = [0x50, 0x4b, 5, 6];

describe('files made to do harm', () => {
	test('one small file that unfolds to a huge one', async () => {
		const bomb = await docxOf(wordParagraph('alpha'), { 'word/media/a.bin': ' '.repeat(200 * 1024 * 1024) });
		expect(bomb.byteLength).toBeLessThan(1024 * 1024);
		expect(await refusalOf(bomb, 'a.docx')).toBe(message('import.reason.bomb'));
	}, 30_000);

	test('a part of text that is larger than any book', async () => {
		const padding = Buffer.alloc(2 * 1024 * 1024, 'lectern sample ');
		for (let at = 0; at < padding.length; at += 1) padding[at] = (at * 2654435761) >>> 24;
		const large = await odtOf(' '.repeat(65 * 1024 * 1024), '', { 'a.bin': padding.toString('latin1') });
		expect(await refusalOf(large, 'a.odt')).toBe(message('import.reason.bomb'));
	}, 30_000);

	test('more parts than any document has', async () => {
		const many = lie(await docxOf(wordParagraph('alpha')), end, 10, 60_000, 2);
		expect(await refusalOf(many, 'a.docx')).toBe(message('import.reason.entries', { most: 50_000 }));
	});

	test('a part that claims to be smaller than it is', async () => {
		const bytes = await zipOf({
			mimetype: 'application/vnd.oasis.opendocument.text',
			'content.xml': 'a'.repeat(100_000),
		});
		expect(await refusalOf(lie(bytes, centralEntry, 24, 10, 4), 'a.odt')).toBe(message('import.reason.broken-zip'));
	});

	test('a part that is not what was packed', async () => {
		const bytes = await zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<a/>' });
		expect(await refusalOf(lie(bytes, centralEntry, 16, 7, 4), 'a.odt')).toBe(message('import.reason.broken-zip'));
	});

	test.each(['../../sample', '/sample12345', 'C:/sample123'])('a part called %s', async (name) => {
		const bytes = Buffer.from(await docxOf(wordParagraph('alpha'), { '0123456789ab': 'beta' }));
		const renamed = Buffer.from(bytes.toString('latin1').replaceAll('0123456789ab', name.padEnd(12, 'x')), 'latin1');
		expect(await refusalOf(renamed, 'a.docx')).toBe(message('import.reason.unsafe-names'));
	});

	test('a part that is locked', async () => {
		const bytes = await zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<a/>' });
		expect(await refusalOf(lie(bytes, centralEntry, 8, 0x801, 2), 'a.odt')).toBe(message('import.reason.encrypted'));
	});

	test('a file that was cut off', async () => {
		const bytes = await docxOf(wordParagraph('alpha'));
		expect(await refusalOf(bytes.subarray(0, bytes.length - 30), 'a.docx')).toBe(message('import.reason.broken-zip'));
	});
});

describe('what is in it decides, not the name', () => {
	test.each(['a.docx', 'a.epub', 'a.odt', 'a.zip', 'a.txt'])('a compressed folder called %s', async (fileName) => {
		expect(await refusalOf(await zipOf({ 'a.txt': 'alpha' }), fileName)).toBe(message('import.reason.archive'));
	});

	test('a table called a text', async () => {
		const types =
			'<Types><Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>';
		const table = await zipOf({ '[Content_Types].xml': types, 'xl/workbook.xml': '<a/>' });
		expect(await refusalOf(table, 'a.docx')).toBe(message('import.reason.office-damaged'));
	});
});
