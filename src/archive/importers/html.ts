import type { Root } from 'hast';
import rehypeParse from 'rehype-parse';
import rehypeSanitize from 'rehype-sanitize';
import { unified } from 'unified';
import { decodeText, decodingParameters } from './encoding.ts';
import { blocksOfHtml } from './html-blocks.ts';
import { findElement, languageOf, textOf } from './html-elements.ts';
import { flattenHtml, isTooMuch } from './html-guard.ts';
import { htmlSchema } from './html-schema.ts';
import { type Extraction, type Importer, titleFromFileName } from './importer.ts';
import { guessLanguage } from './language.ts';

const mediaType = 'text/html';
const parser = unified().use(rehypeParse);
const sanitiser = unified().use(rehypeSanitize, htmlSchema);

export const htmlImporter: Importer = {
	name: 'html',
	version: '1',
	mediaType,
	extensions: ['.html', '.htm', '.xhtml'],
	read(bytes, { fileName, ...options }) {
		const declared = declaredEncoding(bytes);
		const decoded = decodeText(bytes, { fileName, ...options, ...(declared !== null && { declared }) });
		const isFlattened = isTooMuch(decoded.text);
		const { title, language, blocks } = isFlattened ? readPieces(flattenHtml(decoded.text)) : readPage(decoded.text);
		return {
			mediaType,
			importer: this.name,
			importerVersion: this.version,
			parameters: { ...decodingParameters(decoded), ...(isFlattened && { flattened: true }) },
			language,
			title: title || titleFromFileName(fileName),
			blocks,
		};
	},
};

type Page = Pick<Extraction, 'title' | 'language' | 'blocks'>;

function readPage(source: string): Page {
	const page = parser.parse(source);
	const clean = sanitiser.runSync(page) as Root;
	const language = declaredLanguage(page) ?? guessLanguage(textOf(clean));
	return { title: titleOf(page, clean), language, blocks: blocksOfHtml(clean, language) };
}

function readPieces(pieces: readonly string[]): Page {
	const [first = '', ...rest] = pieces;
	const page = readPage(first);
	for (const piece of rest) {
		for (const block of readPage(piece).blocks) page.blocks.push(block);
	}
	return page;
}

/** What the head of the file says: XML's declaration or a meta element. The HTML standard looks at 1024 bytes too. */
function declaredEncoding(bytes: Uint8Array): string | null {
	const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
	const found =
		/^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)/i.exec(head) ??
		/<meta[^>]*charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head);
	return found?.[1] ?? null;
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
