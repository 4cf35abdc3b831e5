import BufferReader from 'word-extractor/lib/buffer-reader.js';
import WordOleExtractor from 'word-extractor/lib/word-ole-extractor.js';
import type { Block } from '#shared/domain/block.ts';
import { type Extraction, type ReadOptions, titleFromFileName } from '../importer.ts';
import { guessLanguage } from '../language.ts';
import { withMargins, wordsOfMargin } from '../margins.ts';

/** Stands for the number of a page in a margin; no character of a text. */
const pageSign = '\u0010';
// Its instruction, then what it shows, between control characters of the format.
const [begin, between, end] = ['\u0013', '\u0014', '\u0015'];
const inner = `[^${begin}${between}${end}\r]*`;
const pageField = new RegExp(
	`${begin}\\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\\b${inner}(?:${between}${inner})?${end}`,
	'gi',
);

/**
 * The library writes "undefined" where a word may be divided, and leaves the hyphen at which it may not a control character.
 * What fields show it makes text; the numbers of pages in margins are taken out before.
 */
class Extractor extends WordOleExtractor {
	override buildDocument() {
		this.#signPages();
		for (const part of [...this._pieces, ...this._taggedHeaders])
			part.text = part.text.replaceAll('\u001f', '\u00ad').replaceAll('\u001e', '\u2011');
		return super.buildDocument();
	}

	#signPages(): void {
		for (const header of this._taggedHeaders) header.text = withPageSigns(header.text);
		// Text boxes of margins stand last in the pieces, whose lengths are what finds them.
		const { ccpHdrTxbx = 0, ...before } = this._boundaries;
		if (ccpHdrTxbx === 0) return;
		const counts = [before.ccpText, before.ccpFtn, before.ccpHdd, before.ccpAtn, before.ccpEdn, before.ccpTxbx];
		const start = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
		const text = this._pieces.map((piece) => piece.text).join('');
		const signed = text.slice(0, start) + withPageSigns(text.slice(start));
		let from = 0;
		for (const piece of this._pieces) {
			const end = from + piece.text.length;
			piece.text = signed.slice(from, end);
			from = end;
		}
	}
}

/** The text, as long as before, with signs for its numbers of pages; the library takes the rest of them out. */
function withPageSigns(text: string): string {
	return text.replaceAll(pageSign, '\u0000').replaceAll(pageField, (field) => pageSign.padEnd(field.length, '\u0000'));
}

/** Else quotation marks and dashes are made those of typewriters. */
const asWritten = { filterUnicode: false };

/**
 * Reads a Word document of 97 to 2003: its paragraphs, text boxes and notes, without the structure between them, which the
 * library does not give: a row of a table is a line with tabs. Headers and footers of its pages stand once, behind the
 * text; comments stay in the original.
 */
export async function readWordDocument(bytes: Uint8Array, { fileName }: ReadOptions): Promise<Extraction> {
	const document = await extract(bytes);
	const boxes = document.getTextboxes({ ...asWritten, includeHeadersAndFooters: false });
	const notes = [document.getFootnotes(asWritten), document.getEndnotes(asWritten)];
	const margins = [
		document.getHeaders({ ...asWritten, includeFooters: true }),
		document.getTextboxes({ ...asWritten, includeBody: false }),
	];
	const lines = margins.flatMap((text) =>
		linesOf(text).map((line) => ({ text: withoutControls(line), hasPageNumber: line.includes(pageSign) })),
	);
	const text = [
		...[document.getBody(asWritten), boxes].flatMap((part) => blocksOf(part, 'paragraph')),
		...notes.flatMap((part) => blocksOf(part, 'note')),
	];
	const blocks = withMargins(text, [...new Set(wordsOfMargin(lines))]);
	return {
		mediaType: 'application/msword',
		importer: 'word-97',
		importerVersion: '2',
		parameters: { flattened: true, ...(document.getAnnotations().trim() !== '' && { textAside: true }) },
		language: guessLanguage(blocks.map(({ text }) => text).join('\n')),
		title: titleFromFileName(fileName),
		blocks,
	};
}

async function extract(bytes: Uint8Array) {
	const reader = new BufferReader(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
	await reader.open();
	return new Extractor().extract(reader).finally(() => reader.close());
}

function blocksOf(text: string, kind: 'paragraph' | 'note'): Block[] {
	return linesOf(text)
		.map((line): Block => ({ kind, text: withoutControls(line) }))
		.filter((block) => block.text !== '');
}

function linesOf(text: string): string[] {
	return text.split(/\r\n|\r|\n/);
}

function withoutControls(line: string): string {
	return line.replaceAll(/[^\P{Cc}\t]/gu, '').trim();
}
