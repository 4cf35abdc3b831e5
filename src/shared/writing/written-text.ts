import type { Block, BlockKind } from '../domain/block.ts';
import { lineGuard } from '../text/line-guard.ts';
import { oneLine } from '../text/one-line.ts';

/**
 * A block as it was typed. `kind` is what a sign before its words says; null where there is none: then it is what the
 * passage was that it stands for, or a paragraph.
 */
export interface WrittenBlock {
	kind: BlockKind | null;
	/** '' for page breaks and rules. */
	text: string;
	/** For `heading`, 1 to 5. */
	level?: number;
	/** For `figure`: which picture of the text before it is, from 1, and what is said of it. */
	picture?: { number: number; alt: string };
	/** Page of the original on which it begins, from 1, if such lines are there. */
	page?: number;
}

/** What a line of its own stands for. */
const withoutWords: ReadonlySet<BlockKind> = new Set(['rule', 'page-break', 'figure']);
const title = '# ';
const item = '- ';
const quotation = '> ';
const rule = '***';
const pageLine = /^\[p\.(?: ?(\d{1,6}))?\]$/;
const pictureLine = /^\[picture (\d{1,6})\](?: (.*))?$/;
const headingSign = /^(#{2,6}) /;
const { guard, unguard } = lineGuard(
	String.raw`#{1,6} |- |> |\*\*\*$|\[p\.(?: ?\d{1,6})?\]$|\[picture \d{1,6}\](?: |$)`,
);

/**
 * A text to be edited: an empty line between passages; `# ` before the title, `## ` before headings and `#` more a level,
 * `- ` before an item, `> ` before a quotation, `***` for a rule, `[picture 1]` with its description for a picture, and `[p. 3]` where a page of the original begins. Lines
 * of a passage that look like one of these are guarded by a backslash.
 */
export function writeText(blocks: readonly Block[]): string {
	const parts: string[] = [];
	let page: number | undefined;
	let pictures = 0;
	for (const block of blocks) {
		if (block.page !== undefined && block.page !== page) parts.push(`[p. ${block.page}]`);
		else if (block.kind === 'page-break') parts.push('[p.]');
		page = block.page ?? page;
		if (block.kind === 'rule') parts.push(rule);
		else if (block.kind === 'figure') {
			pictures += 1;
			parts.push(`[picture ${pictures}] ${oneLine(block.figure?.alt ?? '')}`.trimEnd());
		} else if (block.text !== '') parts.push(`${signOf(block)}${block.text.split('\n').map(guard).join('\n')}`);
	}
	return parts.join('\n\n');
}

/** Reads what `writeText` gave, or a person typed. White space behind a line is nobody's words. */
export function readText(text: string): WrittenBlock[] {
	const blocks: WrittenBlock[] = [];
	let page: number | undefined;
	let open: { block: WrittenBlock; lines: string[] } | null = null;
	const close = () => {
		if (open) open.block.text = open.lines.join('\n');
		open = null;
	};
	const add = (block: WrittenBlock) => blocks.push({ ...block, ...(page !== undefined && { page }) });
	for (const line of text.split(/\r\n|\r|\n/).map((each) => each.trimEnd())) {
		const begun = pageLine.exec(line);
		if (line === '') close();
		else if (begun) {
			close();
			page = begun[1] === undefined ? undefined : Number(begun[1]);
			if (blocks.length > 0 || page === undefined) add({ kind: 'page-break', text: '' });
		} else if (pictureLine.test(line)) {
			close();
			const [, number, alt = ''] = pictureLine.exec(line) ?? [];
			add({ kind: 'figure', text: '', picture: { number: Number(number), alt } });
		} else if (line === rule) {
			close();
			add({ kind: 'rule', text: '' });
		} else if (open) open.lines.push(unguard(line));
		else {
			const { words, ...block } = readFirst(line);
			add({ ...block, text: '' });
			open = { block: blocks.at(-1) as WrittenBlock, lines: [unguard(words)] };
		}
	}
	close();
	return blocks.filter(({ kind, text: words }) => (kind && withoutWords.has(kind)) || words.trim() !== '');
}

/** The page that a place in a typed text is on, by the last line before it that says so; null where none does. */
export function pageAt(text: string, offset: number): number | null {
	const last = [...text.slice(0, offset).matchAll(/^\[p\. ?(\d{1,6})\]\s*$/gm)].at(-1);
	return last?.[1] === undefined ? null : Number(last[1]);
}

/** The sign of a block before its first line. */
function signOf({ kind, level = 1 }: Block): string {
	if (kind === 'title') return title;
	if (kind === 'heading') return `${'#'.repeat(Math.min(6, level + 1))} `;
	if (kind === 'item') return item;
	return kind === 'quotation' ? quotation : '';
}

function readFirst(line: string): { kind: BlockKind | null; level?: number; words: string } {
	const heading = headingSign.exec(line);
	if (heading) return { kind: 'heading', level: (heading[1] ?? '').length - 1, words: line.slice(heading[0].length) };
	if (line.startsWith(title)) return { kind: 'title', words: line.slice(title.length) };
	if (line.startsWith(item)) return { kind: 'item', words: line.slice(item.length) };
	if (line.startsWith(quotation)) return { kind: 'quotation', words: line.slice(quotation.length) };
	return { kind: null, words: line };
}
