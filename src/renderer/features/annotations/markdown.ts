import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified().use(remarkParse).use(remarkGfm);
const followedProtocols = ['http:', 'https:', 'mailto:'];

/** Markdown (CommonMark with GitHub's additions) as a tree. Nothing in it is ever used as HTML. */
export function parseMarkdown(markdown: string): Root {
	return parser.parse(markdown);
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
