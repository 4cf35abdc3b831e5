import type { Link, Nodes, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { parseMarkdown } from '#shared/markdown/markdown.ts';

/** Lists and quotations within each other beyond this are written as their words. */
const deepest = 20;
const followed = /^(?:https?|mailto):/i;

const writer = unified()
	.use(remarkStringify, { bullet: '-', emphasis: '*', listItemIndent: 'one', fences: true })
	.use(remarkGfm, { tablePipeAlign: false });

/**
 * The Markdown of a note, written anew from what the app shows of it, so that in a file with others it stays a note: HTML
 * shows as it was typed, headings are bold lines, nothing is loaded from elsewhere, and nothing left open runs on.
 */
export function noteAsMarkdown(body: string): string {
	const children = blocksIn(parseMarkdown(body), 0);
	return writer.stringify({ type: 'root', children } as Root).trimEnd();
}

function blocksIn({ children }: Parents, depth: number): RootContent[] {
	return children.flatMap((block) => blocksOf(block, depth));
}

function blocksOf(block: RootContent, depth: number): RootContent[] {
	if (depth > deepest) return paragraph([text(wordsOf(block).replace(/\s+/g, ' ').trim())]);
	switch (block.type) {
		case 'heading':
			return paragraph([{ type: 'strong', children: inline(block.children).flatMap(unemphasised) }]);
		case 'paragraph':
			return paragraph(inline(block.children));
		case 'thematicBreak':
			return paragraph([text('* * *')]);
		case 'html':
			return paragraph(linesOf(block.value));
		case 'definition':
			return [];
		case 'footnoteDefinition':
			return [...paragraph([text(`[^${block.identifier}]`)]), ...blocksIn(block, depth + 1)];
		case 'table':
			return [{ ...block, children: block.children.map((row) => ({ ...row, children: row.children.map(cell) })) }];
		default:
			return 'children' in block ? [{ ...block, children: blocksIn(block, depth + 1) } as RootContent] : [block];
	}
}

function cell<C extends { children: PhrasingContent[] }>(own: C): C {
	return { ...own, children: inline(own.children) };
}

/** None where nothing is left of it. */
function paragraph(children: PhrasingContent[]): RootContent[] {
	return children.some((child) => wordsOf(child).trim() !== '') ? [{ type: 'paragraph', children }] : [];
}

function inline(children: readonly PhrasingContent[]): PhrasingContent[] {
	return children.flatMap(phrasesOf);
}

function phrasesOf(node: PhrasingContent): PhrasingContent[] {
	switch (node.type) {
		case 'html':
			return linesOf(node.value);
		case 'image':
			return [text(`${node.alt ?? ''} (${node.url})`)];
		case 'imageReference':
			return [text(node.alt ?? '')];
		case 'footnoteReference':
			return [text(`[^${node.identifier}]`)];
		case 'linkReference':
			return inline(node.children);
		case 'link':
			return linkOf(node);
		default:
			return 'children' in node ? [{ ...node, children: inline(node.children) } as PhrasingContent] : [node];
	}
}

/** An address that no reader would follow stands beside its words, as it does on the card. */
function linkOf(link: Link): PhrasingContent[] {
	const children = inline(link.children);
	return followed.test(link.url) ? [{ ...link, children } as Link] : [...children, text(` (${link.url})`)];
}

function unemphasised(node: PhrasingContent): PhrasingContent[] {
	if (node.type === 'break') return [text(' ')];
	return node.type === 'strong' ? node.children.flatMap(unemphasised) : [node];
}

/** A line break as a note has it: what was typed on two lines stays on two. */
function linesOf(value: string): PhrasingContent[] {
	return value.split(/\r\n?|\n/).flatMap((line, at) => (at === 0 ? [text(line)] : [{ type: 'break' }, text(line)]));
}

function text(value: string): PhrasingContent {
	return { type: 'text', value };
}

function wordsOf(node: Nodes): string {
	if ('children' in node) return node.children.map(wordsOf).join(' ');
	return 'value' in node ? node.value : '';
}
