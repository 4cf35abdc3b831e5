import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import { type LiftedPage, liftPictures, picturesInPage } from './data-pictures.ts';
import { decodeMarkup } from './decode-markup.ts';
import { decodingParameters } from './encoding.ts';
import { type FoundPicture, placeFigures } from './figures.ts';
import { readHtml } from './html-page.ts';
import { type Extraction, type Importer, type ReadOptions, titleFromFileName } from './importer.ts';

const mediaType = 'text/html';
/** Names of what stands around the text of a page: of tags, or in the attributes that tell what a part of it is. */
const surroundings =
	/<(?:nav|aside|footer)\b|\b(?:role|class|id)\s*=\s*["']?[^"'>]*(?:nav|complementary|contentinfo|menu|sidebar|footer|breadcrumb)/i;

/** Reads all of a page that is no file of its own, such as the body of a mail: its pictures stay where they are. */
export const htmlImporter: Importer = {
	name: 'html',
	version: '4',
	mediaType,
	extensions: ['.html', '.htm', '.xhtml'],
	read(bytes, options) {
		const { extraction } = readWhole(bytes, options);
		return { ...extraction, blocks: extraction.blocks.filter(({ figure }) => !figure) };
	},
};

/** The file that a page is a part of. */
export interface FileAround {
	bytes: Uint8Array;
	/** What is at the address of a picture, if the page does not hold it itself. */
	find(address: string): FoundPicture;
}

/**
 * A page as it is added: its article, where something stands around that or a person asks for it; else all of it. Throws
 * `unreadable-file` where a person asks for the article of a page that has none.
 *
 * @param around for a page that is a part of its file: its pictures lie in that
 */
export async function readHtmlFile(bytes: Uint8Array, options: ReadOptions, around?: FileAround): Promise<Extraction> {
	const { page, extraction } = readWhole(bytes, options);
	const findHere = picturesInPage(around?.bytes ?? bytes, page, around?.find);
	const isArticleWanted = options.part ? options.part === 'article' : surroundings.test(page.source);
	if (!isArticleWanted) return withPictures(extraction, findHere);
	const { articleOf } = await import('./html-article.ts');
	const article = articleOf(page.source, extraction.blocks);
	if (!article && options.part)
		throw new AppError('unreadable-file', { file: options.fileName, reason: message('import.reason.no-article') });
	if (!article) return withPictures(extraction, findHere);
	const { blocks, wordsAround } = article;
	const parameters = { ...extraction.parameters, part: 'article', wordsAround };
	return withPictures({ ...extraction, blocks, parameters }, findHere);
}

function withPictures(extraction: Extraction, find: FileAround['find']): Extraction {
	const { blocks, pictures } = placeFigures(extraction.blocks, find);
	return { ...extraction, blocks, parameters: { ...extraction.parameters, ...(pictures > 0 && { pictures }) } };
}

/** The blocks of a page, its pictures not yet placed. */
function readWhole(bytes: Uint8Array, options: ReadOptions): { page: LiftedPage; extraction: Extraction } {
	const decoded = decodeMarkup(bytes, options);
	const page = liftPictures(decoded.text);
	const { title, language, blocks, isFlattened } = readHtml(page.source);
	const extraction = {
		mediaType,
		importer: htmlImporter.name,
		importerVersion: htmlImporter.version,
		parameters: { ...decodingParameters(decoded), ...(isFlattened && { flattened: true }) },
		language,
		title: title || titleFromFileName(options.fileName),
		blocks,
	};
	return { page, extraction };
}
