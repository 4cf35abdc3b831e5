import { attribute, childElements, elementsNamed, localName, type XmlElement } from './xml.ts';

/** How the items of one depth of a list are marked; null for bullets. */
export type NumberFormat = {
	type: string;
	prefix: string;
	suffix: string;
	start: number;
	/** How many numbers of the lists around stand before this one: 2 for "1.2". */
	levels: number;
} | null;

const markTags: readonly [property: string, value: RegExp, tag: string][] = [
	['font-weight', /^(?:bold|[6-9]00)$/, 'strong'],
	['font-style', /^(?:italic|oblique)$/, 'em'],
	['text-underline-style', /^(?!none$)./, 'u'],
	['text-line-through-style', /^(?!none$)./, 's'],
	['text-position', /^(?:super|[1-9])/, 'sup'],
	['text-position', /^(?:sub|-)/, 'sub'],
];

/** The styles of an OpenDocument text, as far as they say what a text is and not how large. */
export class OdtStyles {
	readonly #styles = new Map<string, XmlElement>();
	readonly #lists = new Map<string, XmlElement>();

	/** Later roots go before earlier ones. */
	constructor(roots: readonly XmlElement[]) {
		for (const root of roots) {
			for (const style of elementsNamed(root, 'style')) this.#styles.set(attribute(style, 'name'), style);
			for (const list of elementsNamed(root, 'list-style')) this.#lists.set(attribute(list, 'name'), list);
		}
	}

	/** The names of a style and of those that it is based on, nearest first. */
	lineOf(name: string): string[] {
		const line = new Set<string>();
		for (let at = name; at !== '' && !line.has(at); ) {
			line.add(at);
			const style = this.#styles.get(at);
			at = style ? attribute(style, 'parent-style-name') : '';
		}
		return [...line];
	}

	/** HTML elements for what a style of characters does to them. */
	tagsOf(name: string): string[] {
		const properties = this.lineOf(name).flatMap((ancestor) => {
			const style = this.#styles.get(ancestor);
			return style ? childElements(style).filter((child) => localName(child) === 'text-properties') : [];
		});
		return markTags.flatMap(([property, value, tag]) => {
			const stated = properties.map((found) => attribute(found, property)).find((found) => found !== '');
			return stated !== undefined && value.test(stated) ? [tag] : [];
		});
	}

	/** How a list's items are numbered at a depth, from 1; null for bullets and for none. */
	numberFormat(listStyle: string, depth: number): NumberFormat {
		const list = this.#lists.get(listStyle);
		const level = list && childElements(list).find((child) => attribute(child, 'level') === String(depth));
		if (!level || localName(level) !== 'list-level-style-number') return null;
		const type = attribute(level, 'num-format');
		if (type === '') return null;
		return {
			type,
			prefix: attribute(level, 'num-prefix'),
			suffix: attribute(level, 'num-suffix'),
			start: wholeNumber(attribute(level, 'start-value'), 1),
			levels: wholeNumber(attribute(level, 'display-levels'), 1),
		};
	}
}

export function wholeNumber(text: string, otherwise: number): number {
	const number = Number.parseInt(text, 10);
	return Number.isSafeInteger(number) ? number : otherwise;
}
