import type { BlockContent, Link, List, Nodes, Parents, PhrasingContent, RootContent, TableRow } from 'mdast';
import { parseMarkdown } from '#shared/markdown/markdown.ts';
import { escapeLineStarts, escapeSigns, plainAsMarkdown } from './plain-as-markdown.ts';

/** Lists and quotations within each other beyond this are written as their words. */
const deepest = 20;
const followed = /^(?:https?|mailto):/i;

/**
 * The Markdown of a note, written anew from what the app shows of it, so that in a file with others it stays a note: HTML
 * shows as it was typed, headings are bold lines, nothing is loaded from elsewhere, and nothing left open runs on.
 */
export function noteAsMarkdown(body: string): string {
	return blocksOf(parseMarkdown(body), 0);
}

function blocksOf(parent: Parents, depth: number, between = '\n\n'): string {
	let isOtherList = false;
	return parent.children
		.map((block, index) => {
			const before = parent.children[index - 1];
			const goesOn = block.type === 'list' && before?.type === 'list' && before.ordered === block.ordered;
			isOtherList = goesOn && !isOtherList;
			return blockOf(block, depth, isOtherList);
		})
		.filter((text) => text !== '')
		.join(between);
}

/** @param isOtherList of two lists in a row the second has another sign, or they were one. */
function blockOf(block: RootContent, depth: number, isOtherList: boolean): string {
	if (depth > deepest) return plainAsMarkdown(wordsOf(block).replace(/\s+/g, ' ').trim());
	switch (block.type) {
		case 'heading':
			return oneLine(`**${inlineOf(block.children.flatMap(unemphasised))}**`).replace(/^\*{4}$/, '');
		case 'thematicBreak':
			return '\\* \\* \\*';
		case 'blockquote':
			return prefixed(blocksOf(block, depth + 1), '> ', '> ');
		case 'code':
			return fenced(block.value, block.lang ?? '');
		case 'html':
			return plainAsMarkdown(block.value);
		case 'list':
			return listOf(block, depth, isOtherList);
		case 'table':
			return tableOf(block.children);
		case 'definition':
			return '';
		case 'footnoteDefinition':
			return `${escapeSigns(`[^${block.identifier}]`)}\n\n${blocksOf(block, depth + 1)}`.trimEnd();
		default:
			return escapeLineStarts('children' in block ? inlineOf(block.children as PhrasingContent[]) : '');
	}
}

function listOf({ children, ordered, start, spread }: List, depth: number, isOtherList: boolean): string {
	const items = children.map((item, index) => {
		const number = `${(start ?? 1) + index}${isOtherList ? ')' : '.'} `;
		const sign = ordered ? number : `${isOtherList ? '*' : '-'} `;
		const check = typeof item.checked === 'boolean' ? `[${item.checked ? 'x' : ' '}] ` : '';
		const text = check + blocksOf(item, depth + 1, item.spread ? '\n\n' : '\n');
		return prefixed(text, sign, ' '.repeat(sign.length));
	});
	return items.join(spread ? '\n\n' : '\n');
}

function inlineOf(children: readonly PhrasingContent[]): string {
	return children.map(phraseOf).join('');
}

function phraseOf(node: PhrasingContent): string {
	switch (node.type) {
		case 'text':
		case 'html':
			return escapeSigns(node.value);
		case 'emphasis':
			return `*${inlineOf(node.children)}*`;
		case 'strong':
			return `**${inlineOf(node.children)}**`;
		case 'delete':
			return `~~${inlineOf(node.children)}~~`;
		case 'inlineCode':
			return codeOf(node.value);
		case 'break':
			return '\\\n';
		case 'link':
			return linkOf(node);
		case 'image':
			return escapeSigns(`${node.alt ?? ''} (${node.url})`);
		case 'imageReference':
			return escapeSigns(node.alt ?? '');
		case 'footnoteReference':
			return escapeSigns(`[^${node.identifier}]`);
		default:
			return 'children' in node ? inlineOf(node.children) : '';
	}
}

/** An address that no reader would follow stands beside its words, as it does on the card. */
function linkOf({ children, url }: Link): string {
	if (!followed.test(url)) return `${inlineOf(children)} (${escapeSigns(url)})`;
	const address = url.replace(/[<>\\\s]/g, encodeURIComponent);
	return children.map(wordsOf).join('') === address ? `<${address}>` : `[${inlineOf(children)}](<${address}>)`;
}

function codeOf(value: string): string {
	const text = value.replace(/\s+/g, ' ');
	const fence = '`'.repeat(longestRun(text) + 1);
	const space = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
	return `${fence}${space}${text}${space}${fence}`;
}

function fenced(value: string, language: string): string {
	const fence = '`'.repeat(Math.max(3, longestRun(value) + 1));
	return `${fence}${/^[\w+#.-]*$/.test(language) ? language : ''}\n${value}\n${fence}`;
}

function longestRun(text: string): number {
	return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}

function tableOf(rows: readonly TableRow[]): string {
	const lines = rows.map(({ children }) => {
		// A bar ends a cell even within code.
		const cells = children.map((cell) => oneLine(inlineOf(cell.children)).replace(/(?<!\\)\|/g, '\\|'));
		return `| ${cells.join(' | ')} |`;
	});
	const columns = rows[0]?.children.length ?? 0;
	return [lines[0], `|${' --- |'.repeat(columns)}`, ...lines.slice(1)].join('\n');
}

function unemphasised(node: PhrasingContent): PhrasingContent[] {
	return node.type === 'strong' ? node.children.flatMap(unemphasised) : [node];
}

function oneLine(text: string): string {
	return text.replace(/\\?\n/g, ' ');
}

function prefixed(text: string, first: string, rest: string): string {
	return text
		.split('\n')
		.map((line, index) => `${index === 0 ? first : rest}${line}`.trimEnd())
		.join('\n');
}

function wordsOf(node: Nodes | BlockContent): string {
	if ('children' in node) return node.children.map(wordsOf).join(' ');
	return 'value' in node ? node.value : '';
}
