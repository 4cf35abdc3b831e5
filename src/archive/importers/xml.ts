import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml';
import { message } from '#shared/messages/messages.ts';
import { decodeMarkup } from './decode-markup.ts';
import { refuse } from './refusal.ts';

export { XmlElement, XmlText };

/**
 * The root of a part of a document. External entities are never fetched and none of the file's own are unfolded. Throws
 * `unsupported-format` where it is not well-formed XML.
 */
export function readXml(bytes: Uint8Array, fileName: string, part: string): XmlElement {
	const root = parsedXml(decodeMarkup(bytes, { fileName }).text);
	if (!root) throw refuse(fileName, message('import.reason.broken-part', { part }));
	return root;
}

/** The root of well-formed XML, its elements with their places in the text if that has no `\r`; null for anything else. */
export function parsedXml(text: string): XmlElement | null {
	try {
		return parseXml(text, { ignoreUndefinedEntities: true, includeOffsets: true }).root;
	} catch {
		// Also a stack that overflows: nesting that no program writes.
		return null;
	}
}

/** The name without its prefix: prefixes are the writer's choice, and no format here has a name in two namespaces. */
export function localName({ name }: XmlElement): string {
	return name.slice(name.indexOf(':') + 1);
}

/** The value of the attribute with that local name; '' where there is none. */
export function attribute({ attributes }: XmlElement, local: string): string {
	for (const [name, value] of Object.entries(attributes)) if (name.slice(name.indexOf(':') + 1) === local) return value;
	return '';
}

export function childElements(parent: XmlElement): XmlElement[] {
	return parent.children.filter((child) => child instanceof XmlElement);
}

/** All elements of that local name under a root, in document order. */
export function elementsNamed(root: XmlElement, local: string): XmlElement[] {
	const found: XmlElement[] = [];
	const waiting = [root];
	for (let element = waiting.pop(); element; element = waiting.pop()) {
		if (localName(element) === local) found.push(element);
		// One by one: as arguments, so many would fill the stack.
		for (const child of childElements(element).toReversed()) waiting.push(child);
	}
	return found;
}
