import {
	Document,
	HeadingLevel,
	Packer,
	PageOrientation,
	Paragraph,
	Table,
	TableCell,
	TableLayoutType,
	TableRow,
	TextRun,
	WidthType,
} from 'docx';
import { withoutControls } from '#shared/cite/escape-markup.ts';
import type { Mark } from '#shared/domain/block.ts';
import { languageName } from '#shared/messages/language-name.ts';
import { message } from '#shared/messages/messages.ts';
import { isReadFromRight } from '#shared/text/base-direction.ts';
import { headMark } from '#shared/translation/sheet-table.ts';
import { instructionsOf } from './sheet-instructions.ts';
import type { SheetPassage, TranslationSheet } from './translation-sheet.ts';

/** Widths of the columns in twentieths of a point, of an A4 page on its side with margins of 2 cm. */
const widths = [900, 6800, 6800];
const margin = 1134;

/** A Word document: what to do in a few words, then a table of numbers, passages, and cells to be filled. */
export async function writeSheetDocx(sheet: TranslationSheet): Promise<Uint8Array> {
	const { title, sourceLanguage, language, code, rows } = sheet;
	const target = languageName(language);
	const head = [
		message('translations.sheet.number'),
		sourceLanguage === 'und' ? message('translations.sheet.original') : languageName(sourceLanguage),
		`${message('translations.sheet.translation', { language: target })} ${headMark(language)}`,
	];
	const file = new Document({
		title: withoutControls(title),
		creator: 'Lectern',
		// Where the office program keeps it; what is printed is what is read.
		keywords: code,
		sections: [
			{
				properties: {
					page: {
						size: { orientation: PageOrientation.LANDSCAPE },
						margin: { top: margin, bottom: margin, left: margin, right: margin },
					},
				},
				children: [
					new Paragraph({ text: withoutControls(title), heading: HeadingLevel.HEADING_1 }),
					...instructionsOf(target).map((text) => new Paragraph({ text, spacing: { after: 80 } })),
					new Paragraph({
						children: [new TextRun({ text: message('translations.sheet.code', { code }), noProof: true })],
						spacing: { before: 120, after: 240 },
					}),
					new Table({
						columnWidths: widths,
						width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
						layout: TableLayoutType.FIXED,
						rows: [
							new TableRow({
								tableHeader: true,
								children: head.map((text, at) => cell(at, [new TextRun({ text, bold: true })])),
							}),
							...rows.map((row) => rowOf(row, sheet)),
						],
					}),
				],
			},
		],
	});
	return new Uint8Array(await Packer.toArrayBuffer(file));
}

function rowOf({ label, text, marks, isHeading, done }: SheetPassage, sheet: TranslationSheet): TableRow {
	const source = sheet.sourceLanguage === 'und' ? '' : sheet.sourceLanguage;
	return new TableRow({
		cantSplit: text.length < longestUnsplit,
		children: [
			cell(0, [new TextRun({ text: label, noProof: true })]),
			cell(1, runsOf(text, marks, source, isHeading), isReadFromRight(text)),
			cell(2, done ? runsOf(done.text, done.marks, sheet.language, isHeading) : [languageRun(sheet.language)]),
		],
	});
}
/** A row that is longer than this may go on over the page. */
const longestUnsplit = 600;

function cell(column: number, children: TextRun[], bidirectional = false): TableCell {
	return new TableCell({
		width: { size: widths[column] ?? 0, type: WidthType.DXA },
		margins: { top: 60, bottom: 60, left: 90, right: 90 },
		children: [new Paragraph({ bidirectional, children })],
	});
}

/** Empty, so that what is typed there is in its language for the spelling. */
function languageRun(language: string): TextRun {
	return new TextRun({ text: '', language: { value: language } });
}

/** Runs that are formatted alike, with the line breaks of the text. */
function runsOf(text: string, marks: readonly Mark[], language: string, isHeading: boolean): TextRun[] {
	const ends = [0, text.length, ...marks.flatMap(({ start, end }) => [start, end])];
	for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) ends.push(at, at + 1);
	const cuts = [...new Set(ends)].filter((at) => at >= 0 && at <= text.length).sort((one, other) => one - other);
	return cuts.slice(0, -1).flatMap((start, at) => {
		const end = cuts[at + 1] ?? text.length;
		const part = text.slice(start, end);
		if (part === '\n') return [new TextRun({ break: 1 })];
		const has = (kind: Mark['kind']) =>
			marks.some((mark) => mark.kind === kind && mark.start <= start && mark.end >= end);
		const rightToLeft = isReadFromRight(part);
		const tag = rightToLeft ? { bidirectional: language } : { value: language };
		return [
			new TextRun({
				text: withoutControls(part),
				rightToLeft,
				...(language === '' ? {} : { language: tag }),
				bold: isHeading || has('strong'),
				italics: has('emphasis'),
				superScript: has('superscript'),
				subScript: has('subscript'),
				strike: has('strike'),
				...(has('underline') && { underline: {} }),
			}),
		];
	});
}
