import type { Email } from 'postal-mime';
import type { Block } from '#shared/domain/block.ts';
import { foldText } from '#shared/text/fold-text.ts';
import { htmlImporter } from '../html.ts';
import { readPlainText } from '../plain-text.ts';

/**
 * The body as it was meant to be seen: its HTML where it has some, else its text. The two should say the same; what only
 * the text says, as where the HTML is one picture, follows.
 */
export function bodyBlocks({ html, text = '' }: Email, fileName: string): Block[] {
	if (!html) return textBlocks(text);
	const { blocks } = htmlImporter.read(Buffer.from(html), { fileName, encoding: 'utf-8' });
	return [...blocks.map(belowHead), ...saidInTextOnly(textBlocks(text), html, blocks)];
}

/** Blocks most of whose words the HTML has nowhere, pictures' own words and addresses included. */
function saidInTextOnly(textual: readonly Block[], html: string, blocks: readonly Block[]): Block[] {
	const said = new Set(wordsOf(`${html} ${blocks.map((block) => block.text).join(' ')}`));
	return textual.filter((block) => {
		const words = [...new Set(wordsOf(block.text.replaceAll(/https?:\S+/g, ' ')))];
		return words.filter((word) => !said.has(word)).length * 2 > words.length;
	});
}

/** Senders put soft hyphens and spaces of no width into the words of HTML, but not into those of the text beside it. */
const withinWords = /[\u00ad\u200b-\u200d\u2060]/g;

function wordsOf(text: string): string[] {
	return foldText(text.replaceAll(withinWords, '')).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** The subject is the title, and the table of the head comes first. */
function belowHead(block: Block): Block {
	if (block.kind === 'title') return { ...block, kind: 'heading', level: 1 };
	return block.cell ? { ...block, cell: { ...block.cell, table: block.cell.table + 1 } } : block;
}

interface Run {
	/** How many mails ago it was written: the signs before its lines. */
	depth: number;
	lines: string[];
}

function textBlocks(text: string): Block[] {
	const runs: Run[] = [];
	for (const line of text.split(/\r\n|\r|\n/)) {
		const [signs = ''] = /^(?:> ?)*/.exec(line) ?? [];
		const depth = Math.min(9, signs.replaceAll(' ', '').length);
		const last = runs.at(-1);
		if (last?.depth === depth) last.lines.push(line.slice(signs.length));
		else runs.push({ depth, lines: [line.slice(signs.length)] });
	}
	return runs.flatMap(({ depth, lines }) => readPlainText(lines.join('\n')).blocks.map((block) => shape(block, depth)));
}

/** The first line of a mail is no title of it, and what is quoted is a quotation whatever else it may be. */
function shape(block: Block, depth: number): Block {
	if (depth > 0 && block.text !== '') {
		const { marker, level: _level, kind: _kind, ...rest } = block;
		return { ...rest, kind: 'quotation', level: depth, text: marker ? `${marker} ${block.text}` : block.text };
	}
	return block.kind === 'title' ? { ...block, kind: 'paragraph' } : block;
}
