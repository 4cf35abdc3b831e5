import { Document, FootnoteReferenceRun, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import { withoutControls } from '#shared/cite/escape-markup.ts';
import { isReadFromRight } from '#shared/text/base-direction.ts';
import type { QuoteDocument, QuotedPart } from './quote-document.ts';

/** Twentieths of a point. */
const indent = 567;
const gap = 160;

/** A Word document: each quotation an indented paragraph in its own language, its reference a real footnote. */
export async function writeQuotesDocx({ title, referenceLanguage, quotes }: QuoteDocument): Promise<Uint8Array> {
	const file = new Document({
		title: withoutControls(title),
		creator: 'Lectern',
		footnotes: Object.fromEntries(
			quotes.map(({ footnote }, at) => {
				const run = new TextRun({ text: ` ${withoutControls(footnote)}`, language: { value: referenceLanguage } });
				return [at + 1, { children: [new Paragraph({ children: [run] })] }];
			}),
		),
		sections: [
			{
				children: [
					new Paragraph({ text: withoutControls(title), heading: HeadingLevel.HEADING_1 }),
					...quotes.flatMap((quote, at) => paragraphsOf(quote, at + 1)),
				],
			},
		],
	});
	return new Uint8Array(await Packer.toArrayBuffer(file));
}

function paragraphsOf({ lines, language, note, flag }: QuotedPart, footnote: number): Paragraph[] {
	const quoted = lines.map(
		(line, at) =>
			new Paragraph({
				bidirectional: isReadFromRight(line),
				indent: { left: indent, right: indent },
				spacing: { before: at === 0 ? gap : 0, after: gap },
				children: [quotedRun(line, language), ...(at === lines.length - 1 ? [new FootnoteReferenceRun(footnote)] : [])],
			}),
	);
	const flagged = flag === '' ? [] : [new Paragraph({ children: [new TextRun({ text: flag, bold: true })] })];
	const noted = note === '' ? [] : note.split('\n').map(notedLine);
	return [...quoted, ...flagged, ...noted];
}

/** No word processor finds the direction out by itself; Word takes the language of such scripts from a field of its own. */
function quotedRun(line: string, language: string): TextRun {
	const rightToLeft = isReadFromRight(line);
	const tag = rightToLeft ? { bidirectional: language } : { value: language };
	return new TextRun({ text: withoutControls(line), rightToLeft, ...(language === '' ? {} : { language: tag }) });
}

function notedLine(text: string): Paragraph {
	const rightToLeft = isReadFromRight(text);
	return new Paragraph({
		bidirectional: rightToLeft,
		children: [new TextRun({ text: withoutControls(text), rightToLeft })],
	});
}
