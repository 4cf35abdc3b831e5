import type { Root } from 'hast';
import type { Block } from '#shared/domain/block.ts';
import { message } from '#shared/messages/messages.ts';
import { decodeMarkup } from './decode-markup.ts';
import { readDublinCore } from './dublin-core.ts';
import { type Book, openBook, pathIn } from './epub-book.ts';
import { placeFiguresLater } from './figures.ts';
import { wellFormedLanguage } from './html-elements.ts';
import { readHtml } from './html-page.ts';
import { type Extraction, type ReadOptions, titleFromFileName } from './importer.ts';
import { guessLanguage } from './language.ts';
import { epub } from './media-type.ts';
import { refuse } from './refusal.ts';
import { asHtml, freePictures, nameNotes } from './xhtml.ts';
import type { ZipPackage } from './zip-package.ts';

/** Reads an e-book, EPUB 2 or 3: its chapters in the order of the book, its styles left alone. */
export async function readEpub(zip: ZipPackage, { fileName }: ReadOptions): Promise<Extraction> {
	const book = await openBook(zip, fileName);
	const about = readDublinCore(book.metadata, 'epub');
	const stated = wellFormedLanguage(about.language) ?? 'und';
	const { missing, isFlattened, ...chapters } = await readChapters(zip, book, stated, fileName);
	const { blocks, pictures } = await placeFiguresLater(chapters.blocks, async (address) => {
		if (address.startsWith(partScheme)) return zip.picture(address.slice(partScheme.length));
		return /^data:/i.test(address) ? 'format' : 'elsewhere';
	});
	const language = stated === 'und' ? guessLanguage(textOf(blocks)) : stated;
	return {
		mediaType: epub,
		importer: 'epub',
		importerVersion: '3',
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

/** Begins the address of a picture that is a part of the file. */
const partScheme = 'part:';

interface Chapters {
	blocks: Block[];
	/** Chapters that the book lists and does not hold. */
	missing: number;
	isFlattened: boolean;
}

async function readChapters(zip: ZipPackage, book: Book, language: string, fileName: string): Promise<Chapters> {
	const read: Chapters = { blocks: [], missing: book.unlisted, isFlattened: false };
	let tables = 0;
	for (const path of book.chapters) {
		const bytes = await zip.read(path);
		if (bytes === null) {
			read.missing += 1;
			continue;
		}
		if (bytes.byteLength === 0) continue;
		const { text } = decodeMarkup(bytes, { fileName });
		const page = readHtml(asHtml(text), { language, isWhole: false, prepare });
		read.isFlattened ||= page.isFlattened;
		for (const block of page.blocks) {
			if (block.cell) block.cell = { ...block.cell, table: block.cell.table + tables };
			if (block.figure) block.figure = { ...block.figure, address: addressFrom(path, block.figure.address ?? '') };
			read.blocks.push(block);
		}
		tables = read.blocks.reduce((most, { cell }) => (cell ? Math.max(most, cell.table + 1) : most), tables);
	}
	if (read.missing - book.unlisted === book.chapters.length)
		throw refuse(fileName, message('import.reason.book-chapters'));
	return read;
}

function prepare(page: Root): void {
	nameNotes(page);
	freePictures(page);
}

/** Where the picture of a chapter is in the book; its own address where that leads out of it. */
function addressFrom(chapter: string, address: string): string {
	const path = pathIn(chapter, address);
	return path === null ? address : `${partScheme}${path}`;
}

function textOf(blocks: readonly Block[]): string {
	return blocks.map(({ text }) => text).join('\n');
}

function withoutLanguage({ language, ...block }: Block, main: string): Block {
	return language === undefined || language === main ? block : { ...block, language };
}
