import WordExtractor from 'word-extractor';
import type { Block } from '#shared/domain/block.ts';
import { type Extraction, type ReadOptions, titleFromFileName } from '../importer.ts';
import { guessLanguage } from '../language.ts';

/**
 * Reads a Word document of 97 to 2003: its paragraphs and notes, without the structure between them, which the library
 * does not give: a row of a table is a line with tabs. Headers, footers and comments stay in the original.
 */
export async function readWordDocument(bytes: Uint8Array, { fileName }: ReadOptions): Promise<Extraction> {
	const document = await new WordExtractor().extract(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
	const notes = [document.getFootnotes(), document.getEndnotes()].flatMap((text) => blocksOf(text, 'note'));
	const aside = [document.getHeaders({ includeFooters: true }), document.getAnnotations(), document.getTextboxes()];
	const blocks = [...blocksOf(document.getBody(), 'paragraph'), ...notes];
	return {
		mediaType: 'application/msword',
		importer: 'word-97',
		importerVersion: '1',
		parameters: { flattened: true, ...(aside.some((text) => text.trim() !== '') && { textAside: true }) },
		language: guessLanguage(blocks.map(({ text }) => text).join('\n')),
		title: titleFromFileName(fileName),
		blocks,
	};
}

function blocksOf(text: string, kind: 'paragraph' | 'note'): Block[] {
	return text
		.split(/\r\n|\r|\n/)
		.map((line): Block => ({ kind, text: line.replaceAll(/[^\P{Cc}\t]/gu, '').trim() }))
		.filter((block) => block.text !== '');
}
