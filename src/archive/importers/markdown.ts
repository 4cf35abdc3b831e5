import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Block } from '#shared/domain/block.ts';
import { decodeText, decodingParameters } from './encoding.ts';
import { type Importer, titleFromFileName } from './importer.ts';
import { guessLanguage } from './language.ts';
import { MarkdownWalk } from './markdown-blocks.ts';
import { isTooMuch, splitFrontMatter, splitIntoSections } from './markdown-guard.ts';
import { readPlainText } from './plain-text.ts';

const mediaType = 'text/markdown';
const parser = unified().use(remarkParse).use(remarkGfm);

export const markdownImporter: Importer = {
	name: 'markdown',
	version: '1',
	mediaType,
	extensions: ['.md', '.markdown'],
	read(bytes, { fileName, ...options }) {
		const decoded = decodeText(bytes, { fileName, ...options });
		const read = readMarkdown(decoded.text);
		const { title, blocks } = read ?? readPlainText(decoded.text);
		return {
			mediaType,
			importer: this.name,
			importerVersion: this.version,
			parameters: { ...decodingParameters(decoded), ...(read === null && { flattened: true }) },
			language: guessLanguage(decoded.text),
			title: title || titleFromFileName(fileName),
			blocks,
		};
	},
};

/**
 * The blocks of a Markdown text. HTML in it stays the text it is; front matter is kept as a preformatted block, since it
 * may hold who wrote the text and when. null where the text nests too deeply, or is too long, to be parsed.
 */
export function readMarkdown(text: string): { title: string; blocks: Block[] } | null {
	const { frontMatter, title, body } = splitFrontMatter(text);
	const sections = splitIntoSections(body);
	if (sections.some(isTooMuch)) return null;
	const walk = new MarkdownWalk();
	for (const section of sections) walk.add(parser.parse(section));
	const { blocks } = walk;
	const heading = blocks.find((block) => block.kind === 'title') ?? blocks.find((block) => block.kind === 'heading');
	const head: Block[] = frontMatter === '' ? [] : [{ kind: 'preformatted', text: frontMatter }];
	return { title: title || heading?.text || '', blocks: [...head, ...blocks] };
}
