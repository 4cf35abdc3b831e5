import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified().use(remarkParse).use(remarkGfm);
const followedProtocols = ['http:', 'https:', 'mailto:'];

/** Markdown (CommonMark with GitHub's additions) as a tree. Nothing in it is ever used as HTML. */
export function parseMarkdown(markdown: string): Root {
	return parser.parse(markdown);
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

/** The address that a link in a note may offer to open: http, https or mailto; null for any other. */
export function followableAddress(address: string): string | null {
	try {
		const url = new URL(address);
		return followedProtocols.includes(url.protocol) ? url.href : null;
	} catch {
		// Relative and malformed addresses lead nowhere in an archive: they are shown as text.
		return null;
	}
}
