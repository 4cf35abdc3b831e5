import * as XLSX from '@e965/xlsx';
import { zipOf } from '../test-processes/made-documents.ts';

/** A workbook of one sheet, in the form that is asked for. */
export function officeFile(rows: unknown[][], form: XLSX.BookType): Uint8Array {
	const book = XLSX.utils.book_new();
	XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), 'Sheet1');
	return written(book, form);
}

/** Two sheets, the second hidden, with a day and a number. */
export function workbook(form: XLSX.BookType): Uint8Array {
	const book = XLSX.utils.book_new();
	const sheet = XLSX.utils.aoa_to_sheet([
		['Имя', null, 'День'],
		// SheetJS writes no formats of days into ODS.
		['Альфа', 7.5, form === 'ods' ? '2020-03-04' : { t: 'n', v: 43_894, z: 'yyyy-mm-dd' }],
	]);
	XLSX.utils.book_append_sheet(book, sheet, 'Первый лист');
	XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([[], [], [null, 'бета']]), 'Скрытый');
	book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
	return written(book, form);
}

function written(book: XLSX.WorkBook, form: XLSX.BookType): Uint8Array {
	return XLSX.write(book, { type: 'buffer', bookType: form }) as Buffer;
}

const drawing = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';
const slides = 'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
const office = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const shape = (placeholder: string, paragraphs: string) =>
	`<p:sp><p:nvSpPr><p:nvPr>${placeholder}</p:nvPr></p:nvSpPr><p:txBody>${paragraphs}</p:txBody></p:sp>`;
const paragraph = (text: string, level = 0) => `<a:p><a:pPr lvl="${level}"/><a:r><a:t>${text}</a:t></a:r></a:p>`;
const slide = (shapes: string) => `<p:sld ${drawing} ${slides}><p:cSld><p:spTree>${shapes}</p:spTree></p:cSld></p:sld>`;
const relations = (list: string) => `<Relationships>${list}</Relationships>`;

/** Two slides, whose files are named against their order; the first has notes, the second a diagram. */
export function presentation(): Promise<Uint8Array> {
	const breaks = '<a:p><a:pPr lvl="1"/><a:r><a:t>gamma</a:t></a:r><a:br/><a:r><a:t>delta</a:t></a:r></a:p>';
	const table = `<a:tbl><a:tr><a:tc><a:txBody>${paragraph('left')}</a:txBody></a:tc><a:tc><a:txBody>${paragraph('right')}</a:txBody></a:tc></a:tr></a:tbl>`;
	return zipOf({
		'[Content_Types].xml':
			'<Types><Override ContentType="application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"/></Types>',
		'ppt/presentation.xml': `<p:presentation ${slides} ${office}><p:sldIdLst><p:sldId id="256" r:id="a"/><p:sldId id="257" r:id="b"/></p:sldIdLst></p:presentation>`,
		'ppt/_rels/presentation.xml.rels': relations(
			`<Relationship Id="a" Type="${types}/slide" Target="slides/slide2.xml"/><Relationship Id="b" Type="${types}/slide" Target="/ppt/slides/slide1.xml"/>`,
		),
		'ppt/slides/slide2.xml': slide(
			shape('<p:ph idx="1"/>', `${paragraph('alpha beta')}${breaks}`) +
				shape('<p:ph type="title"/>', paragraph('First title')) +
				shape('<p:ph type="sldNum"/>', paragraph('1')),
		),
		'ppt/slides/_rels/slide2.xml.rels': relations(
			`<Relationship Id="n" Type="${types}/notesSlide" Target="../notesSlides/notes1.xml"/>`,
		),
		'ppt/notesSlides/notes1.xml': slide(shape('<p:ph type="body"/>', paragraph('Said aside'))),
		'ppt/slides/slide1.xml': slide(
			`<p:grpSp>${shape('', paragraph('Free words'))}</p:grpSp><p:graphicFrame>${table}</p:graphicFrame><p:graphicFrame><dgm:relIds xmlns:dgm="d" r:dm="d" ${office}/></p:graphicFrame>`,
		),
		'ppt/slides/_rels/slide1.xml.rels': relations(
			`<Relationship Id="d" Type="${types}/diagramData" Target="../diagrams/data1.xml"/>`,
		),
		'ppt/diagrams/data1.xml': `<dgm:dataModel xmlns:dgm="d" ${drawing}><dgm:pt><dgm:t>${paragraph('Drawn words')}</dgm:t></dgm:pt></dgm:dataModel>`,
	});
}

const utf16 = (text: string) => Buffer.from(text, 'utf16le');

/** A message as Outlook saves it: properties as streams (MS-OXMSG), one attachment. */
export function outlookMessage(): Uint8Array {
	const file = XLSX.CFB.utils.cfb_new();
	const add = (path: string, bytes: Uint8Array) => XLSX.CFB.utils.cfb_add(file, path, Buffer.from(bytes));
	const text = (folder: string, tag: string, value: string) => add(`${folder}__substg1.0_${tag}001F`, utf16(value));
	add('/__properties_version1.0', new Uint8Array(32));
	text('/', '001A', 'IPM.Note');
	text('/', '0037', 'Пробное письмо');
	text('/', '0C1A', 'A. Sender');
	text('/', '5D01', 'a@example.org');
	text('/', '1000', 'Альфа бета.\r\n\r\nГамма.\r\n');
	const recipient = '/__recip_version1.0_#00000000/';
	// PidTagRecipientType, PT_LONG: 1 is "to".
	add(`${recipient}__properties_version1.0`, Buffer.concat([new Uint8Array(8), property(0x0c15_0003, 1)]));
	text(recipient, '3001', 'B. Reader');
	text(recipient, '39FE', 'b@example.org');
	const attachment = '/__attach_version1.0_#00000000/';
	add(`${attachment}__properties_version1.0`, Buffer.concat([new Uint8Array(8), property(0x3705_0003, 1)]));
	text(attachment, '3707', 'note.txt');
	add(`${attachment}__substg1.0_37010102`, Buffer.from('delta'));
	return XLSX.CFB.write(file, { type: 'buffer' }) as Buffer;
}

function property(tag: number, value: number): Buffer {
	const bytes = Buffer.alloc(16);
	bytes.writeUInt32LE(tag, 0);
	bytes.writeUInt32LE(6, 4);
	bytes.writeUInt32LE(value, 8);
	return bytes;
}

const textAt = 0x600;

/** What a Word document has beside its body. */
export interface BesideBody {
	boxes?: string;
	/** Of pages on the left and on the right, each with its mark of a paragraph at the end. */
	heads?: readonly [left: string, right: string];
	/** Text boxes of heads and feet. */
	headBoxes?: string;
}

/** A Word document of one piece of text (MS-DOC: FIB 97, then the piece table in the table stream). */
export function wordDocument(body: string, { boxes = '', heads, headBoxes = '' }: BesideBody = {}): Uint8Array {
	const margins = heads?.join('') ?? '';
	const text = body + margins + boxes + headBoxes;
	const main = Buffer.alloc(textAt + text.length * 2);
	main.writeUInt16LE(0xa5ec, 0);
	main.writeUInt16LE(0x00c1, 2);
	main.writeUInt16LE(0x0200, 0x0a);
	main.writeUInt32LE(body.length, 0x4c);
	main.writeUInt32LE(margins.length, 0x54);
	main.writeUInt32LE(boxes.length, 0x64);
	main.writeUInt32LE(headBoxes.length, 0x68);
	main.writeUInt32LE(21, 0x01a6);
	utf16(text).copy(main, textAt);
	const pieces = Buffer.alloc(21);
	pieces.writeUInt8(2, 0);
	pieces.writeUInt32LE(16, 1);
	pieces.writeUInt32LE(0, 5);
	pieces.writeUInt32LE(text.length, 9);
	pieces.writeUInt32LE(textAt, 15);
	// Where each story of the margins begins: first six that part notes from the text, which are empty here.
	const places = heads ? [0, 0, 0, 0, 0, 0, 0, heads[0].length, margins.length] : [];
	const stories = Buffer.alloc(places.length * 4);
	for (const [at, place] of places.entries()) stories.writeUInt32LE(place, at * 4);
	main.writeUInt32LE(pieces.length, 0xf2);
	main.writeUInt32LE(stories.length, 0xf6);
	const file = XLSX.CFB.utils.cfb_new();
	XLSX.CFB.utils.cfb_add(file, '/WordDocument', main);
	XLSX.CFB.utils.cfb_add(file, '/1Table', Buffer.concat([pieces, stories]));
	return XLSX.CFB.write(file, { type: 'buffer' }) as Buffer;
}
