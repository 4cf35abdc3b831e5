import type { Block } from '#shared/domain/block.ts';
import { decodeText, decodingParameters } from './encoding.ts';
import { type Importer, titleFromFileName } from './importer.ts';
import { guessLanguage } from './language.ts';
import { type Chunk, isColumnar, splitIntoChunks, splitIntoParagraphs } from './text-chunks.ts';
import { isBody, isLoneShortLine } from './text-headings.ts';
import { type ListItem, readList } from './text-lists.ts';

const mediaType = 'text/plain';

export const plainTextImporter: Importer = {
	name: 'plain-text',
	version: '1',
	mediaType,
	extensions: ['.txt', '.text', '.log'],
	read(bytes, { fileName, ...options }) {
		const decoded = decodeText(bytes, { fileName, ...options });
		const { title, blocks } = readPlainText(decoded.text);
		return {
			mediaType,
			importer: this.name,
			importerVersion: this.version,
			parameters: decodingParameters(decoded),
			language: guessLanguage(decoded.text),
			title: title || titleFromFileName(fileName),
			blocks,
		};
	},
};

/**
 * The blocks of a text without markup. What is not plainly a title, heading, list or table stays a paragraph: a wrong
 * heading misleads more than a missing one. Only white space and the repetition of a title are left out; `title` is ''
 * where the text has none.
 */
export function readPlainText(text: string): { title: string; blocks: Block[] } {
	const chunks = splitIntoChunks(text);
	const { title, rest } = takeTitle(chunks);
	const blocks: Block[] = title === '' ? [] : [{ kind: 'title', text: title }];
	rest.forEach((chunk, at) => {
		for (const block of blocksOfChunk(chunk, rest[at - 1], rest[at + 1])) blocks.push(block);
	});
	return { title, blocks };
}

/** A text's first lone short line is its title if more follows; typed or copied twice in a row, it is still one. */
function takeTitle(chunks: readonly Chunk[]): { title: string; rest: readonly Chunk[] } {
	const [first, second] = chunks;
	if (!isLines(first)) return { title: '', rest: chunks };
	const isDoubled = first.length === 2 && first[0] === first[1];
	const line = isDoubled ? first.slice(1) : first;
	const title = line[0]?.trim() ?? '';
	const isRepeated = isLines(second) && second.length === 1 && second[0]?.trim() === title;
	const rest = chunks.slice(isRepeated ? 2 : 1);
	const isTitle =
		isLoneShortLine(line) && (isDoubled || isRepeated || !readsAsList(line, second)) && rest.some(isLines);
	return isTitle ? { title, rest } : { title: '', rest: chunks };
}

function readsAsList(line: readonly string[], next: Chunk | undefined): boolean {
	return readList(line, isLines(next) ? next : []) !== null;
}

function isLines(chunk: Chunk | undefined): chunk is readonly string[] {
	return chunk !== undefined && chunk !== 'page-break';
}

function blocksOfChunk(chunk: Chunk, before: Chunk | undefined, after: Chunk | undefined): Block[] {
	if (!isLines(chunk)) return [{ kind: 'page-break', text: '' }];
	if (isLoneShortLine(chunk) && isLines(after) && isBody(after)) {
		return [{ kind: 'heading', text: chunk[0]?.trim() ?? '', level: 2 }];
	}
	const items = readList(chunk, [...edgeLine(before, 0), ...edgeLine(after, 0)]);
	if (items) return items.map(itemBlock);
	if (isColumnar(chunk)) return [{ kind: 'preformatted', text: chunk.join('\n') }];
	return splitIntoParagraphs(chunk).map(({ lines, wrapped }) => ({
		kind: 'paragraph',
		text: lines.join('\n').trim(),
		...(wrapped && { wrapped }),
	}));
}

function edgeLine(chunk: Chunk | undefined, at: number): string[] {
	const line = isLines(chunk) ? chunk.at(at) : undefined;
	return line === undefined ? [] : [line];
}

/** The sign of a bullet is kept as marker too: it stands in the source, and "- 5" is not "5". */
function itemBlock({ marker, lines, level }: ListItem): Block {
	return { kind: 'item', text: lines.join('\n'), level, marker, ...(lines.length > 1 && { wrapped: true }) };
}
