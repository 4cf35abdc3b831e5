import type { Root } from 'hast';
import rehypeParse from 'rehype-parse';
import rehypeSanitize from 'rehype-sanitize';
import { unified } from 'unified';
import { blocksOfHtml } from './html-blocks.ts';
import { findElement, languageOf, textOf } from './html-elements.ts';
import { flattenHtml, isTooMuch } from './html-guard.ts';
import { typeFormulas } from './html-math.ts';
import { htmlSchema } from './html-schema.ts';
import type { Extraction } from './importer.ts';
import { guessLanguage } from './language.ts';

/** Its pictures are blocks with their addresses: what is at those, the importer of the file says (`figures.ts`). */
export type Page = Pick<Extraction, 'title' | 'language' | 'blocks'>;

export interface PageOptions {
	/** The language of the whole text, where it is known without the page. */
	language?: string;
	/** False for a part of a larger text, whose first heading is a heading. */
	isWhole?: boolean;
	/** Changes the tree before anything is taken out of it. */
	prepare?(page: Root): void;
}

const parser = unified().use(rehypeParse);
const sanitiser = unified().use(rehypeSanitize, htmlSchema);

/** The blocks of a page; its text in paragraphs, and `isFlattened`, where it nests too deeply or is too long. */
export function readHtml(source: string, options: PageOptions = {}): Page & { isFlattened: boolean } {
	const isFlattened = isTooMuch(source);
	const page = isFlattened ? readPieces(flattenHtml(source), options) : readPage(source, options);
	return { ...page, isFlattened };
}

function readPage(source: string, options: PageOptions): Page {
	const page = parser.parse(source);
	return readTree(page, options);
}

/** The same for a tree that another parser made. */
export function readTree(page: Root, { language, isWhole = true, prepare }: PageOptions = {}): Page {
	prepare?.(page);
	typeFormulas(page);
	const clean = sanitiser.runSync(page) as Root;
	const main = language ?? declaredLanguage(page) ?? guessLanguage(textOf(clean));
	const blocks = blocksOfHtml(clean, main, { isWhole });
	return { title: titleOf(page, clean), language: main, blocks };
}

function readPieces(pieces: readonly string[], options: PageOptions): Page {
	const [first = '', ...rest] = pieces;
	const page = readPage(first, options);
	for (const piece of rest) {
		for (const block of readPage(piece, options).blocks) page.blocks.push(block);
	}
	return page;
}

function declaredLanguage(page: Root): string | null {
	const html = findElement(page, 'html');
	return html && languageOf(html);
}

function titleOf(page: Root, clean: Root): string {
	const head = findElement(page, 'head');
	const title = head && findElement(head, 'title');
	const heading = findElement(clean, 'h1');
	return (title && textOf(title)) || (heading && textOf(heading)) || '';
}
