import type { Definition, Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified().use(remarkParse).use(remarkGfm);

/** Markdown (CommonMark with GitHub's additions) as a tree. Nothing in it is ever used as HTML. */
export function parseMarkdown(markdown: string): Root {
	const tree = parser.parse(markdown);
	const addresses = new Map(tree.children.filter(isDefinition).map(({ identifier, url }) => [identifier, url]));
	if (addresses.size > 0) resolveReferences(tree, addresses);
	return tree;
}

function isDefinition(node: Nodes): node is Definition {
	return node.type === 'definition';
}

/** Links whose address stands elsewhere in the note become links with it: it is always shown beside their words. */
function resolveReferences(node: Nodes, addresses: ReadonlyMap<string, string>): void {
	if (!('children' in node)) return;
	node.children.forEach((child, index) => {
		resolveReferences(child, addresses);
		const url = child.type === 'linkReference' ? addresses.get(child.identifier) : undefined;
		if (child.type === 'linkReference' && url !== undefined)
			node.children[index] = { type: 'link', url, children: child.children };
	});
}

/** The words of a note without its signs, on one line. */
export function plainText(markdown: string): string {
	return wordsOf(parseMarkdown(markdown)).replaceAll(/\s+/g, ' ').trim();
}

/** The same, a line for each paragraph, heading or list. */
export function plainParagraphs(markdown: string): string[] {
	return parseMarkdown(markdown)
		.children.map((block) => wordsOf(block).replaceAll(/\s+/g, ' ').trim())
		.filter((words) => words !== '');
}

function wordsOf(node: Nodes): string {
	if ('children' in node) return node.children.map(wordsOf).join(isInline(node) ? '' : ' ');
	return 'value' in node ? node.value : '';
}

function isInline({ type }: Nodes): boolean {
	return ['paragraph', 'heading', 'emphasis', 'strong', 'delete', 'link', 'tableCell'].includes(type);
}
