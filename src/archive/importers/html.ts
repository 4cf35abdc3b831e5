import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import { decodeMarkup } from './decode-markup.ts';
import { decodingParameters } from './encoding.ts';
import { readHtml } from './html-page.ts';
import { type Extraction, type Importer, type ReadOptions, titleFromFileName } from './importer.ts';

const mediaType = 'text/html';
/** Names of what stands around the text of a page: of tags, or in the attributes that tell what a part of it is. */
const surroundings =
	/<(?:nav|aside|footer)\b|\b(?:role|class|id)\s*=\s*["']?[^"'>]*(?:nav|complementary|contentinfo|menu|sidebar|footer|breadcrumb)/i;

/** Reads all of a page. */
export const htmlImporter: Importer = {
	name: 'html',
	version: '2',
	mediaType,
	extensions: ['.html', '.htm', '.xhtml'],
	read: (bytes, options) => readWhole(bytes, options).extraction,
};

/**
 * A page as it is added: its article, where something stands around that or a person asks for it; else all of it. Throws
 * `unreadable-file` where a person asks for the article of a page that has none.
 */
export async function readHtmlFile(bytes: Uint8Array, options: ReadOptions): Promise<Extraction> {
	const { source, extraction } = readWhole(bytes, options);
	const isArticleWanted = options.part ? options.part === 'article' : surroundings.test(source);
	if (!isArticleWanted) return extraction;
	const { articleOf } = await import('./html-article.ts');
	const article = articleOf(source, extraction.blocks);
	if (!article && options.part)
		throw new AppError('unreadable-file', { file: options.fileName, reason: message('import.reason.no-article') });
	if (!article) return extraction;
	const { blocks, wordsAround } = article;
	// Which of its pictures are the article's is not told.
	const { pictures: _, ...parameters } = extraction.parameters;
	return { ...extraction, blocks, parameters: { ...parameters, part: 'article', wordsAround } };
}

function readWhole(bytes: Uint8Array, options: ReadOptions): { source: string; extraction: Extraction } {
	const decoded = decodeMarkup(bytes, options);
	const { title, language, blocks, pictures, isFlattened } = readHtml(decoded.text);
	const extraction = {
		mediaType,
		importer: htmlImporter.name,
		importerVersion: htmlImporter.version,
		parameters: {
			...decodingParameters(decoded),
			...(isFlattened && { flattened: true }),
			...(pictures > 0 && { pictures }),
		},
		language,
		title: title || titleFromFileName(options.fileName),
		blocks,
	};
	return { source: decoded.text, extraction };
}
