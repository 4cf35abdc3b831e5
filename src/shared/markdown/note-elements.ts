import type { Link, List, ListItem, Nodes, Parents, RootContent, Table } from 'mdast';
import { parseMarkdown } from './markdown.ts';

/** All that a note is ever drawn with. `br` and `hr` have no children. */
export type NoteTag =
	| ('p' | 'em' | 'strong' | 'del' | 'code' | 'pre' | 'br' | 'hr' | 'blockquote' | 'ol' | 'ul' | 'li' | 'span')
	| ('table' | 'tbody' | 'tr' | 'th' | 'td');

/** A piece of a note: words, to be shown as they are, or an element. */
export type NoteNode = string | NoteElement | NoteLink;

export interface NoteElement {
	tag: NoteTag;
	/** A heading is a line like others, since a note is part of a page that has headings of its own. */
	role?: 'heading' | 'check';
	/** Of an ordered list: the number of its first item. */
	start?: number;
	/** Its side is that of the first words in it; the paragraphs and cells in it have each their own. */
	dir?: 'auto';
	children: NoteNode[];
}

/** Words with an address of any kind, also `javascript:`. Whoever draws it shows the address, and decides what may open. */
export interface NoteLink {
	tag: 'link';
	address: string;
	/** Whether its words are the address itself. */
	isBare: boolean;
	children: NoteNode[];
}

/**
 * A note as the elements that it is drawn with: the same on its card, on paper and in files. HTML in it is words, as it
 * was typed, and so are the addresses of pictures: nothing in it is loaded or run.
 */
export function noteElements(markdown: string): NoteNode[] {
	return blocksOf(parseMarkdown(markdown));
}

/** Of what holds blocks. */
function blocksOf({ children }: Parents): NoteNode[] {
	return children.flatMap((block: RootContent) =>
		block.type === 'html' ? [element('p', elementsOf(block))] : elementsOf(block),
	);
}

function childrenOf({ children }: Parents): NoteNode[] {
	return children.flatMap(elementsOf);
}

function elementsOf(node: Nodes): NoteNode[] {
	switch (node.type) {
		case 'text':
			return [node.value];
		case 'html':
			return linesOf(node.value);
		case 'paragraph':
			return [element('p', childrenOf(node))];
		case 'heading':
			return [{ tag: 'p', role: 'heading', children: childrenOf(node) }];
		case 'emphasis':
			return [element('em', childrenOf(node))];
		case 'strong':
			return [element('strong', childrenOf(node))];
		case 'delete':
			return [element('del', childrenOf(node))];
		case 'inlineCode':
			return [element('code', [node.value])];
		case 'code':
			return [element('pre', [element('code', [node.value])])];
		case 'break':
			return [element('br', [])];
		case 'thematicBreak':
			return [element('hr', [])];
		case 'blockquote':
			return [{ tag: 'blockquote', dir: 'auto', children: blocksOf(node) }];
		case 'list':
			return [listOf(node)];
		case 'listItem':
			return [element('li', itemOf(node))];
		case 'table':
			return [tableOf(node)];
		case 'link':
			return [linkOf(node)];
		case 'image':
			return [`${node.alt ?? ''} (${node.url})`];
		case 'footnoteReference':
			return [`[^${node.identifier}]`];
		case 'footnoteDefinition':
			return led(`[^${node.identifier}] `, blocksOf(node));
		case 'definition':
			return [];
		default:
			return 'children' in node ? childrenOf(node) : [];
	}
}

function element(tag: NoteTag, children: NoteNode[]): NoteElement {
	return { tag, children };
}

/** What was typed on two lines stays on two. */
function linesOf(value: string): NoteNode[] {
	return value.split(/\r\n?|\n/).flatMap((line, at) => (at === 0 ? [line] : [element('br', []), line]));
}

function listOf(list: List): NoteElement {
	const children = childrenOf(list);
	if (!list.ordered) return { tag: 'ul', dir: 'auto', children };
	return { tag: 'ol', start: list.start ?? 1, dir: 'auto', children };
}

function itemOf(item: ListItem): NoteNode[] {
	const children = blocksOf(item);
	if (typeof item.checked !== 'boolean') return children;
	return led({ tag: 'span', role: 'check', children: [item.checked ? '☑ ' : '☐ '] }, children);
}

/** With something before the first words, on their line. */
function led(lead: NoteNode, children: readonly NoteNode[]): NoteNode[] {
	const [first, ...others] = children;
	if (typeof first === 'object' && first.tag === 'p')
		return [{ ...first, children: [lead, ...first.children] }, ...others];
	return [element('p', [lead]), ...children];
}

function tableOf({ children }: Table): NoteElement {
	const rows = children.map((row, at) =>
		element(
			'tr',
			row.children.map((cell) => element(at === 0 ? 'th' : 'td', childrenOf(cell))),
		),
	);
	return { tag: 'table', dir: 'auto', children: [element('tbody', rows)] };
}

function linkOf(link: Link): NoteLink {
	const [only, ...others] = link.children;
	const isBare = others.length === 0 && only?.type === 'text' && bareForms(link.url).includes(only.value);
	return { tag: 'link', address: link.url, isBare, children: childrenOf(link) };
}

/** How an address may have been typed by itself. */
function bareForms(url: string): string[] {
	return [url, url.replace(/^mailto:/, ''), url.replace(/^http:\/\/(?=www\.)/, '')];
}
