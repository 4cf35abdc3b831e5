import { type MarginParagraph, wordsOfMargin } from './margins.ts';
import { decoded, type Relations } from './office/relations.ts';
import { attribute, childElements, elementsNamed, localName, parsedXml, type XmlElement } from './xml.ts';
import type { ZipPackage } from './zip-package.ts';

/** More than documents have, one for each of their sections. */
const mostMargins = 200;

/** What stands in the margins of the pages, each once: heads, then feet. */
export async function marginsIn(zip: ZipPackage, relations: Relations): Promise<string[]> {
	const parts = [...relations.values()];
	const named = ['/header', '/footer'].flatMap((kind) => parts.filter(({ type }) => type.endsWith(kind)));
	const texts: string[] = [];
	for (const { target } of named.slice(0, mostMargins)) {
		const root = parsedXml(decoded(await zip.read(target)));
		if (root) texts.push(...wordsOfMargin(paragraphsOf(root)));
	}
	return [...new Set(texts)];
}

/** The paragraphs under a root of Word's, in order. */
export function paragraphsOf(root: XmlElement): MarginParagraph[] {
	return elementsNamed(root, 'p').map(paragraphOf);
}

const signs: Readonly<Record<string, string>> = { br: '\n', cr: '\n', tab: '\t', ptab: '\t', noBreakHyphen: '\u2011' };
const pageField = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b/i;

function paragraphOf(paragraph: XmlElement): MarginParagraph {
	const words = new ParagraphWords();
	const waiting = childElements(paragraph).toReversed();
	for (let element = waiting.pop(); element; element = waiting.pop())
		if (!words.take(element)) for (const child of childElements(element).toReversed()) waiting.push(child);
	return { text: words.text, hasPageNumber: words.hasPageNumber };
}

class ParagraphWords {
	text = '';
	hasPageNumber = false;
	/** Instructions of the fields that are open. */
	readonly #fields: string[] = [];

	/** Whether that is all that there is in the element. */
	take(element: XmlElement): boolean {
		const name = localName(element);
		if (name === 'p' || name === 'del') return true;
		if (name === 'fldSimple') return this.#isCounted(pageField.test(attribute(element, 'instr')));
		if (name === 'fldChar') this.#open(attribute(element, 'fldCharType'));
		else if (name === 'instrText') this.#fields.push(`${this.#fields.pop() ?? ''}${element.text}`);
		else if (name === 't' && !this.#isCounted(this.#fields.some((code) => pageField.test(code))))
			this.text += element.text;
		else if (element.parent && localName(element.parent as XmlElement) === 'r') this.text += signs[name] ?? '';
		return name === 't';
	}

	#open(type: string): void {
		if (type === 'begin') this.#fields.push('');
		else if (type === 'end') this.#fields.pop();
	}

	#isCounted(isPage: boolean): boolean {
		this.hasPageNumber ||= isPage;
		return isPage;
	}
}
