import type { Root, RootContent } from 'hast';
import { DocxNumbering } from './docx-numbering.ts';
import { isElement } from './html-elements.ts';
import { childElements, localName, parsedXml, type XmlElement } from './xml.ts';

/** Begins the name of a bookmark that stands for the number of a paragraph; the number follows in hexadecimal. */
const sign = 'lectern-number-';

/**
 * Word counts the items of lists when it shows them, and mammoth does not tell how: each numbered paragraph of the main
 * part gets a bookmark, which comes out as an anchor, that holds its number. What cannot be counted stays as it is.
 */
export function signNumbers(document: string, numbering: string | null, styles: string | null): string {
	const lists = numbering === null ? null : parsedXml(numbering);
	const source = document.replaceAll(/\r\n?/g, '\n');
	const root = lists && parsedXml(source);
	if (!lists || !root) return document;
	const counter = new DocxNumbering(lists, styles === null ? null : parsedXml(styles));
	const pieces: string[] = [];
	let from = 0;
	for (const properties of paragraphProperties(root)) {
		const number = counter.next(properties);
		if (number === null) continue;
		pieces.push(source.slice(from, properties.end), bookmark(number));
		from = properties.end;
	}
	return pieces.join('') + source.slice(from);
}

function bookmark(number: string): string {
	return `<w:bookmarkStart w:id="0" w:name="${sign}${Buffer.from(number).toString('hex')}"/>`;
}

/** Those of paragraphs in order, but for deleted ones and for text boxes, which a file holds twice. */
function* paragraphProperties(root: XmlElement): Generator<XmlElement> {
	const waiting = [root];
	for (let element = waiting.pop(); element; element = waiting.pop()) {
		const name = localName(element);
		if (name === 'AlternateContent') continue;
		const properties = name === 'p' ? childElements(element).find((found) => localName(found) === 'pPr') : undefined;
		if (properties && !isDeleted(properties)) yield properties;
		waiting.push(...childElements(element).toReversed());
	}
}

function isDeleted(properties: XmlElement): boolean {
	const run = childElements(properties).find((found) => localName(found) === 'rPr');
	return run !== undefined && childElements(run).some((found) => localName(found) === 'del');
}

/** Gives items of lists the number they were signed with, none to those without, and puts it before a heading. */
export function placeNumbers(page: Root): void {
	const waiting: (Root | RootContent)[] = [page];
	for (let node = waiting.pop(); node; node = waiting.pop()) {
		if (!('children' in node)) continue;
		if (isElement(node, 'li')) node.properties.dataMarker = '';
		const at = node.children.findIndex((inside) => numberIn(inside) !== null);
		const anchor = node.children[at];
		const number = anchor && numberIn(anchor);
		if (typeof number === 'string') {
			if (isElement(node, 'li')) node.properties.dataMarker = number;
			node.children.splice(at, 1);
			if (!isElement(node, 'li') && number !== '') node.children.splice(at, 0, { type: 'text', value: `${number} ` });
		}
		waiting.push(...node.children);
	}
}

function numberIn(node: Root | RootContent): string | null {
	if (node.type !== 'element' || node.tagName !== 'a') return null;
	const id = String(node.properties.id ?? '');
	return id.startsWith(sign) ? Buffer.from(id.slice(sign.length), 'hex').toString() : null;
}
