import type { Block } from '#shared/domain/block.ts';
import { message } from '#shared/messages/messages.ts';
import { decodeMarkup } from './decode-markup.ts';
import { readDublinCore } from './dublin-core.ts';
import { type Book, openBook } from './epub-book.ts';
import { wellFormedLanguage } from './html-elements.ts';
import { readHtml } from './html-page.ts';
import { type Extraction, type ReadOptions, titleFromFileName } from './importer.ts';
import { guessLanguage } from './language.ts';
import { epub } from './media-type.ts';
import { refuse } from './refusal.ts';
import { asHtml, nameNotes } from './xhtml.ts';
import type { ZipPackage } from './zip-package.ts';

/** Reads an e-book, EPUB 2 or 3: its chapters in the order of the book, its pictures and styles left alone. */
export async function readEpub(zip: ZipPackage, { fileName }: ReadOptions): Promise<Extraction> {
	const book = await openBook(zip, fileName);
	const about = readDublinCore(book.metadata, 'epub');
	const stated = wellFormedLanguage(about.language) ?? 'und';
	const { blocks, missing, pictures, isFlattened } = await readChapters(zip, book, stated, fileName);
	const language = stated === 'und' ? guessLanguage(textOf(blocks)) : stated;
	return {
		mediaType: epub,
		importer: 'epub',
		importerVersion: '1',
		parameters: {
			...(missing > 0 && { missing }),
			...(isFlattened && { flattened: true }),
			...(pictures > 0 && { pictures }),
		},
		language,
		title: about.title || titleFromFileName(fileName),
		blocks: stated === language ? blocks : blocks.map((block) => withoutLanguage(block, language)),
		fields: about.fields,
	};
}

interface Chapters {
	blocks: Block[];
	/** Chapters that the book lists and does not hold. */
	missing: number;
	pictures: number;
	isFlattened: boolean;
}

async function readChapters(zip: ZipPackage, book: Book, language: string, fileName: string): Promise<Chapters> {
	const read: Chapters = { blocks: [], missing: book.unlisted, pictures: 0, isFlattened: false };
	let tables = 0;
	for (const path of book.chapters) {
		const bytes = await zip.read(path);
		if (bytes === null) {
			read.missing += 1;
			continue;
		}
		if (bytes.byteLength === 0) continue;
		const { text } = decodeMarkup(bytes, { fileName });
		const page = readHtml(asHtml(text), { language, isWhole: false, prepare: nameNotes });
		read.isFlattened ||= page.isFlattened;
		read.pictures += page.pictures;
		for (const block of page.blocks) {
			if (block.cell) block.cell.table += tables;
			read.blocks.push(block);
		}
		tables = read.blocks.reduce((most, { cell }) => (cell ? Math.max(most, cell.table + 1) : most), tables);
	}
	if (read.missing - book.unlisted === book.chapters.length)
		throw refuse(fileName, message('import.reason.book-chapters'));
	return read;
}

function textOf(blocks: readonly Block[]): string {
	return blocks.map(({ text }) => text).join('\n');
}

function withoutLanguage({ language, ...block }: Block, main: string): Block {
	return language === undefined || language === main ? block : { ...block, language };
}
