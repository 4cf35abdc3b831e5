import BufferReader from 'word-extractor/lib/buffer-reader.js';
import WordOleExtractor from 'word-extractor/lib/word-ole-extractor.js';
import type { Block } from '#shared/domain/block.ts';
import { type Extraction, type ReadOptions, titleFromFileName } from '../importer.ts';
import { guessLanguage } from '../language.ts';
import { withMargins, wordsOfMargin } from '../margins.ts';

/** The library writes "undefined" where a word may be divided, and leaves the hyphen at which it may not a control character. */
class Extractor extends WordOleExtractor {
	override buildDocument() {
		for (const piece of this._pieces)
			piece.text = piece.text.replaceAll('\u001f', '\u00ad').replaceAll('\u001e', '\u2011');
		return super.buildDocument();
	}
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
	const lines = margins.flatMap((text) => blocksOf(text, 'note')).map(({ text }) => ({ text, hasPageNumber: false }));
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
	return text
		.split(/\r\n|\r|\n/)
		.map((line): Block => ({ kind, text: line.replaceAll(/[^\P{Cc}\t]/gu, '').trim() }))
		.filter((block) => block.text !== '');
}
