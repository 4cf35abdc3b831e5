import type { Definition, Nodes, Paragraph, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified().use(remarkParse).use(remarkGfm);

/** Nobody nests lists and quotations so; each reader of the tree would run out of stack sooner or later. */
const deepest = 100;
/** Signs of quotations and lists that open more of these on one line: the parser takes minutes for some thousand. */
const nestedBeyondMeasure = new RegExp(`^(?:[ \\t]*(?:>|(?:[-+*]|\\d{1,9}[.)])[ \\t])){${deepest},}`, 'm');

/**
 * Markdown (CommonMark with GitHub's additions) as a tree. Nothing in it is ever used as HTML. Addresses that stand
 * elsewhere in the note are given to the links and pictures that refer to them, and those which none does are words of the
 * note. What is nested beyond measure is read as plain text.
 */
export function parseMarkdown(markdown: string): Root {
	const tree = parse(markdown);
	if (!tree) return { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: markdown }] }] };
	const definitions = new Map<string, Definition>();
	// Of several the first counts (CommonMark, 4.7).
	visit(tree, (node) => {
		if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
	});
	if (definitions.size > 0) resolveReferences(tree, definitions);
	return tree;
}

function parse(markdown: string): Root | null {
	if (nestedBeyondMeasure.test(markdown)) return null;
	try {
		const tree = parser.parse(markdown);
		return depthOf(tree) > deepest ? null : tree;
	} catch (error) {
		// The parser's own stack.
		if (error instanceof RangeError) return null;
		throw error;
	}
}

function depthOf(tree: Root): number {
	let level: Nodes[] = [tree];
	let depth = 0;
	for (; level.length > 0; depth += 1) level = level.flatMap((node) => ('children' in node ? node.children : []));
	return depth;
}

function visit(node: Nodes, look: (node: Nodes) => void): void {
	look(node);
	if ('children' in node) for (const child of node.children) visit(child, look);
}

function resolveReferences(tree: Root, definitions: ReadonlyMap<string, Definition>): void {
	const used = new Set<Definition>();
	visit(tree, (node) => {
		if (!('children' in node)) return;
		node.children = node.children.map((child) => {
			if (child.type !== 'linkReference' && child.type !== 'imageReference') return child;
			const definition = definitions.get(child.identifier);
			if (!definition) return child;
			used.add(definition);
			return child.type === 'linkReference'
				? { type: 'link', url: definition.url, children: child.children }
				: { type: 'image', url: definition.url, alt: child.alt ?? '' };
		}) as typeof node.children;
	});
	visit(tree, (node) => {
		if (!('children' in node)) return;
		node.children = node.children.map((child) =>
			child.type === 'definition' && !used.has(child) ? asWords(child) : child,
		) as typeof node.children;
	});
}

function asWords({ label, identifier, url, title }: Definition): Paragraph {
	const value = [`${label ?? identifier}: ${url}`, title ?? ''].join(' ').trimEnd();
	return { type: 'paragraph', children: [{ type: 'text', value }] };
}

/** The words of a note without its signs, on one line. */
export function plainText(markdown: string): string {
	return wordsOf(parseMarkdown(markdown)).replaceAll(/\s+/g, ' ').trim();
}

function wordsOf(node: Nodes): string {
	if ('children' in node) return node.children.map(wordsOf).join(isInline(node) ? '' : ' ');
	return 'value' in node ? node.value : '';
}

function isInline({ type }: Nodes): boolean {
	return ['paragraph', 'heading', 'emphasis', 'strong', 'delete', 'link', 'tableCell'].includes(type);
}
