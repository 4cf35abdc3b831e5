import * as XLSX from '@e965/xlsx';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import { readDocument } from '../registry.ts';
import { zipOf } from '../test-processes/made-documents.ts';
import { refusalOf } from '../test-processes/outcomes.ts';
import { officeFile, outlookMessage, presentation, wordDocument, workbook } from './test-files.ts';

const read = (bytes: Uint8Array, fileName: string) => readDocument(bytes, { fileName });
const words = async (bytes: Uint8Array, fileName: string) =>
	(await read(bytes, fileName)).blocks.map(({ kind, text, cell }) => [
		kind,
		text,
		...(cell ? [cell.row, cell.column] : []),
	]);

test.each(['xlsx', 'xlsb', 'biff8', 'ods'] as const)('%s: each sheet is a heading and a table', async (form) => {
	const bytes = workbook(form);
	expect(await words(bytes, 'sample')).toEqual([
		['heading', 'Первый лист'],
		['cell', 'Имя', 0, 0],
		['cell', 'День', 0, 2],
		['cell', 'Альфа', 1, 0],
		['cell', '7.5', 1, 1],
		['cell', '2020-03-04', 1, 2],
		['heading', 'Скрытый'],
		['cell', 'бета', 2, 1],
	]);
	const { mediaType, language, blocks } = await read(bytes, 'sample');
	expect(mediaType).toMatch(/excel|spreadsheet/);
	expect(language).toBe('ru');
	expect(new Set(blocks.flatMap(({ cell }) => (cell ? [cell.table] : []))).size).toBe(2);
});

test('a workbook from before Unicode is read in the code page that it names', async () => {
	// SheetJS writes such words as lines; here they are put over them, of the same length, with the number of their page.
	const bytes = Buffer.from(officeFile([['______']], 'biff5'));
	iconv.encode('Альфа!', 'cp1251').copy(bytes, bytes.indexOf('______'));
	const record = bytes.indexOf(Buffer.from([0x42, 0, 2, 0]));
	bytes.writeUInt16LE(1251, record + 4);
	expect((await read(bytes, 'old.xls')).blocks.at(-1)?.text).toBe('Альфа!');
});

test('a sheet beyond measure is cut, and the report says so', async () => {
	const rows = Array.from({ length: 50_010 }, (_, row) => [`row ${row}`]);
	const { blocks, leftOut } = await read(officeFile(rows, 'xlsx'), 'long.xlsx');
	expect(blocks).toHaveLength(50_001);
	expect(leftOut).toEqual([
		{ name: 'Sheet1', reason: message('import.reason.sheet-cut', { rows: 50_000, cells: 100_000 }) },
	]);
}, 60_000);

test('a presentation: slides in order as pages, titles as headings, lists, tables and notes', async () => {
	const bytes = await presentation();
	expect((await read(bytes, 'talk.pptx')).blocks).toEqual([
		{ kind: 'page-break', text: '', page: 1 },
		{ kind: 'heading', level: 1, text: 'First title', page: 1 },
		{ kind: 'item', level: 1, text: 'alpha beta', page: 1 },
		{ kind: 'item', level: 2, text: 'gamma\ndelta', page: 1 },
		{ kind: 'note', text: 'Said aside', page: 1 },
		{ kind: 'page-break', text: '', page: 2 },
		{ kind: 'paragraph', text: 'Free words', page: 2 },
		{ kind: 'cell', text: 'left', cell: { table: 0, row: 0, column: 0 }, page: 2 },
		{ kind: 'cell', text: 'right', cell: { table: 0, row: 0, column: 1 }, page: 2 },
		{ kind: 'paragraph', text: 'Drawn words', page: 2 },
	]);
	expect((await read(bytes, 'talk.pptx')).title).toBe('First title');
});

test('a message of Outlook: head, body and attachments, those of its own form too', async () => {
	const { title, blocks, fields, attachments } = await read(outlookMessage(), 'mail.msg');
	expect(title).toBe('Пробное письмо');
	expect(blocks.map(({ text }) => text)).toEqual([
		'Пробное письмо',
		'From',
		'A. Sender <a@example.org>',
		'To',
		'B. Reader <b@example.org>',
		'Альфа бета.',
		'Гамма.',
	]);
	expect(fields?.creators?.map(({ name, role }) => [name, role])).toEqual([
		['A. Sender', 'sender'],
		['B. Reader', 'recipient'],
	]);
	expect(attachments?.map(({ fileName, bytes }) => [fileName, Buffer.from(bytes).toString()])).toEqual([
		['note.txt', 'delta'],
	]);
});

test('a Word document of before 2007: its paragraphs', async () => {
	expect(await words(wordDocument('Первый абзац.\rВторой абзац.\r'), 'letter.doc')).toEqual([
		['paragraph', 'Первый абзац.'],
		['paragraph', 'Второй абзац.'],
	]);
});

test('words of such a document are as they were written, and those in text boxes follow', async () => {
	const written = '“Пе\u001fреносы” – и\u001eслова.\r';
	expect(await words(wordDocument(written, { boxes: 'В рамке.\r\r' }), 'letter.doc')).toEqual([
		['paragraph', '“Пе\u00adреносы” – и\u2011слова.'],
		['paragraph', 'В рамке.'],
	]);
});

test('what stands in the margins of its pages is as it was written, without the numbers of pages', async () => {
	const page = (instruction: string, shown: string) => `\u0013 ${instruction} \u0014${shown}\u0015`;
	const left = `теле\u001fграмма и\u001eслова\r- ${page('PAGE', '12')} -\rСЕКРЕТНО ${page('PAGE', '12')}\r\r`;
	const right = `Seite ${page('page', '1')} von ${page('NUMPAGES \\* MERGEFORMAT', '9')}\r${page('DATE', 'beta')}\r\r`;
	const headBoxes = `${page('PAGE', '3')}\rgamma\u001fdelta ${page('PAGE', '3')}\r\r`;
	const body = `Alpha ${page('PAGE', '5')}.\r`;
	expect(await words(wordDocument(body, { heads: [left, right], headBoxes }), 'letter.doc')).toEqual([
		['paragraph', 'Alpha 5.'],
		['rule', ''],
		['note', 'теле\u00adграмма и\u2011слова'],
		['note', 'СЕКРЕТНО'],
		['note', 'beta'],
		['note', 'gamma\u00addelta'],
	]);
});

test('what is locked or not read says why', async () => {
	const locked = XLSX.CFB.utils.cfb_new();
	XLSX.CFB.utils.cfb_add(locked, '/EncryptedPackage', Buffer.from('x'));
	expect(await refusalOf(bytesOf(locked), 'a.docx')).toContain(message('import.reason.encrypted'));
	const lockedWord = Buffer.from(wordDocument('Alpha beta.\r'));
	const flags = lockedWord.indexOf(Buffer.from([0xec, 0xa5, 0xc1, 0])) + 0x0b;
	lockedWord.writeUInt8(lockedWord.readUInt8(flags) | 1, flags);
	expect(await refusalOf(lockedWord, 'a.doc')).toContain(message('import.reason.encrypted'));
	const old = XLSX.CFB.utils.cfb_new();
	XLSX.CFB.utils.cfb_add(old, '/PowerPoint Document', Buffer.from('x'));
	expect(await refusalOf(bytesOf(old), 'a.ppt')).toContain(message('import.reason.office'));
	const broken = await zipOf({
		'ppt/presentation.xml': '<p:presentation',
		'[Content_Types].xml': 'presentationml.presentation.main',
	});
	expect(await refusalOf(broken, 'a.pptx')).toContain('ppt/presentation.xml');
});

function bytesOf(container: ReturnType<typeof XLSX.CFB.utils.cfb_new>): Buffer {
	return XLSX.CFB.write(container, { type: 'buffer' }) as Buffer;
}

test('damaged at any place, a file is read or refused by name', async () => {
	const files = [
		workbook('xlsx'),
		workbook('biff8'),
		workbook('ods'),
		await presentation(),
		outlookMessage(),
		wordDocument('Alpha.\r'),
	];
	let seed = 7;
	const random = (below: number) => {
		seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
		return seed % below;
	};
	for (const whole of files)
		for (let round = 0; round < 40; round += 1) {
			const bytes = Buffer.from(whole).subarray(0, round % 4 === 0 ? 1 + random(whole.length) : whole.length);
			for (let fault = 0; fault < 1 + (round % 8); fault += 1) bytes[random(bytes.length)] = random(256);
			const outcome = await read(bytes, 'sample').catch((error: unknown) => error);
			if (outcome instanceof Error) expect(outcome).toBeInstanceOf(AppError);
		}
}, 60_000);
