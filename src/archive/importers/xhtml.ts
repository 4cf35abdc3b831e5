import type { Root, RootContent } from 'hast';
import { findElement, isElement, textOf } from './html-elements.ts';

const voidElements = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/**
 * XHTML in a form that an HTML parser understands as it was meant: `<title/>` and the like are closed, which in HTML would
 * open an element that swallows the rest of the page. Entities and errors that XML forbids are no reason to lose a chapter.
 */
export function asHtml(xhtml: string): string {
	return withoutCdata(xhtml).replaceAll(emptyElement, (tag: string, name: string, attributes: string) =>
		voidElements.has(name.toLowerCase()) ? tag : `<${name}${attributes}></${name}>`,
	);
}

// No part of it can match beyond the next '<', so that its cost stays in proportion to the text.
const emptyElement = /<([a-z][\w:.-]*)((?:\s+[^\s=<>"'/]+(?:\s*=\s*(?:"[^"<]*"|'[^'<]*'))?)*)\s*\/>/gi;

function withoutCdata(xhtml: string): string {
	const [start = '', ...sections] = xhtml.split('<![CDATA[');
	const plain = sections.map((section) => {
		const end = section.indexOf(']]>');
		const text = end < 0 ? section : section.slice(0, end);
		const rest = end < 0 ? '' : section.slice(end + 3);
		return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;') + rest;
	});
	return start + plain.join('');
}

const noteTypes = new Map([
	['footnote', 'doc-footnote'],
	['endnote', 'doc-endnote'],
	['rearnote', 'doc-endnote'],
]);

/** Gives the notes of an e-book, which says `epub:type`, the roles that the rest of the web knows them by. */
export function nameNotes(page: Root): void {
	const waiting: (Root | RootContent)[] = [page];
	for (let node = waiting.pop(); node; node = waiting.pop()) {
		if (isElement(node)) {
			const types = String(node.properties['epub:type'] ?? node.properties.epubType ?? '').split(/\s+/);
			const role = types.map((type) => noteTypes.get(type)).find((known) => known !== undefined);
			if (role) node.properties.role = role;
		}
		if ('children' in node) waiting.push(...node.children);
	}
}

/** Covers and plates of e-books are often set in a drawing (SVG) that does nothing but fit them to the page. */
export function freePictures(page: Root): void {
	const waiting: (Root | RootContent)[] = [page];
	for (let node = waiting.pop(); node; node = waiting.pop()) {
		if (!('children' in node)) continue;
		if (!isElement(node, 'svg')) {
			waiting.push(...node.children);
			continue;
		}
		const picture = findElement(node, 'image');
		const src = picture?.properties.xLinkHref ?? picture?.properties.href;
		if (typeof src !== 'string') continue;
		const title = findElement(node, 'title');
		const alt = title ? textOf(title) : '';
		Object.assign(node, { tagName: 'img', properties: { src, ...(alt && { alt }) }, children: [] });
	}
}
