import type { Element, ElementContent, Properties, Root } from 'hast';
import type { Comment } from './comments.ts';
import { OdtLists } from './odt-lists.ts';
import { OdtRemarks } from './odt-remarks.ts';
import type { OdtStyles } from './odt-styles.ts';
import type { TextSigns } from './text-signs.ts';
import { attribute, childElements, localName, XmlElement, XmlText } from './xml.ts';

/** What is not text of the document: what was deleted, and copies of what is elsewhere. */
const leftOut = new Set(
	'tracked-changes forms sequence-decls variable-decls user-field-decls number ruby-text table-columns table-column covered-table-cell alphabetical-index-source table-of-content-source'.split(
		' ',
	),
);

/** What paragraphs are by the styles that the format's programs name alike in every language. */
const paragraphTags = new Map([
	['Title', 'h1'],
	['Quotations', 'blockquote'],
	['Preformatted_20_Text', 'pre'],
	['Caption', 'figcaption'],
]);

/** Well before the stack of any runtime is full. */
const deepest = 500;

const rowGroups = new Set(['table-header-rows', 'table-rows', 'table-row-group']);

export interface OdtText {
	page: Root;
	/** What readers remarked; where, signs in the page tell. */
	comments: Comment[];
}

/** The body of an OpenDocument text as a tree of HTML, which has all that blocks are made of; its notes stand at the end. */
export function odtAsHtml(body: XmlElement, styles: OdtStyles, signs: TextSigns): OdtText {
	const walk = new OdtWalk(styles, signs);
	const children = walk.children(body);
	return { page: { type: 'root', children: [...children, ...walk.notes] }, comments: walk.comments() };
}

class OdtWalk {
	readonly notes: Element[] = [];
	readonly #remarks: OdtRemarks;
	readonly #styles: OdtStyles;
	readonly #lists: OdtLists;
	#depth = 0;

	constructor(styles: OdtStyles, signs: TextSigns) {
		this.#remarks = new OdtRemarks(signs);
		this.#styles = styles;
		this.#lists = new OdtLists(styles);
	}

	comments(): Comment[] {
		return this.#remarks.comments;
	}

	/** Throws RangeError where elements nest deeper than any program writes them. */
	children(parent: XmlElement): ElementContent[] {
		this.#depth += 1;
		if (this.#depth > deepest) throw new RangeError(`more than ${deepest} elements in one another`);
		const children = parent.children.flatMap((child) => {
			if (child instanceof XmlText) return [text(child.text)];
			return child instanceof XmlElement ? this.#element(child) : [];
		});
		this.#depth -= 1;
		return children;
	}

	#element(element: XmlElement): ElementContent[] {
		const name = localName(element);
		switch (name) {
			case 'h':
				return [html(headingTag(element), this.children(element))];
			case 'p':
				return this.#paragraph(element);
			case 'span':
				return this.#span(element);
			case 'a':
				return [html('a', this.children(element), { href: attribute(element, 'href') })];
			case 's':
			case 'tab':
				return [text(' ')];
			case 'line-break':
				return [html('br', [])];
			case 'list':
				return [this.#list(element)];
			case 'note':
				return this.#note(element);
			case 'table':
				return [html('table', this.#rows(element, 'td'))];
			case 'frame':
				return [...pictureOf(element), ...this.children(element)];
			case 'annotation':
				return [text(this.#remarks.begin(element))];
			case 'annotation-end':
				return [text(this.#remarks.end(element))];
			case 'text-box':
				return [html('div', this.children(element))];
			default:
				return leftOut.has(name) || /^svg:/.test(element.name) ? [] : this.children(element);
		}
	}

	#paragraph(element: XmlElement): ElementContent[] {
		const line = this.#styles.lineOf(attribute(element, 'style-name'));
		const tag = line.map((style) => paragraphTags.get(style)).find((known) => known !== undefined);
		return [html(tag ?? 'p', this.children(element))];
	}

	#span(element: XmlElement): ElementContent[] {
		return this.#styles
			.tagsOf(attribute(element, 'style-name'))
			.reduce((children, tag) => [html(tag, children)], this.children(element));
	}

	#list(list: XmlElement): Element {
		const { isNumbered, markers, end } = this.#lists.begin(list);
		const items = childElements(list).map((item) => {
			const marker = localName(item) === 'list-item' ? markers(item) : '';
			return html('li', this.children(item), { dataMarker: marker });
		});
		end();
		return html(isNumbered ? 'ol' : 'ul', items);
	}

	#note(note: XmlElement): ElementContent[] {
		const parts = childElements(note);
		const citation = parts.find((part) => localName(part) === 'note-citation');
		const body = parts.find((part) => localName(part) === 'note-body');
		const sign = html('sup', [text(citation?.text ?? '')]);
		const [first, ...rest] = body ? this.children(body).filter((child) => child.type === 'element') : [];
		const opening = html('p', [sign, text(' '), ...(first?.children ?? [])]);
		this.notes.push(html('aside', [opening, ...rest], { role: 'doc-footnote' }));
		return [sign];
	}

	#rows(parent: XmlElement, cellTag: 'td' | 'th'): ElementContent[] {
		return childElements(parent).flatMap((child) => {
			const name = localName(child);
			if (rowGroups.has(name)) return this.#rows(child, name === 'table-header-rows' ? 'th' : cellTag);
			return name === 'table-row' ? [html('tr', this.#cells(child, cellTag))] : [];
		});
	}

	#cells(row: XmlElement, cellTag: 'td' | 'th'): ElementContent[] {
		return childElements(row).flatMap((cell) => {
			if (localName(cell) !== 'table-cell') return [];
			const colSpan = attribute(cell, 'number-columns-spanned') || attribute(cell, 'number-columns-repeated');
			const rowSpan = attribute(cell, 'number-rows-spanned');
			return [html(cellTag, this.children(cell), { colSpan, rowSpan })];
		});
	}
}

/** A frame is one picture, also where it has it in several formats for programs to choose from (SVG and PNG). */
function pictureOf(frame: XmlElement): Element[] {
	const parts = childElements(frame);
	const addresses = parts.flatMap((part) => (localName(part) === 'image' ? attribute(part, 'href') : []));
	const src = addresses.find((address) => /\.(?:png|jpe?g|gif|webp|bmp)$/i.test(address)) ?? addresses[0];
	if (src === undefined) return [];
	const words = (name: string) => parts.find((part) => localName(part) === name)?.text.trim() ?? '';
	const alt = words('desc') || words('title');
	return [html('img', [], { src, ...(alt && { alt }) })];
}

function headingTag(heading: XmlElement): string {
	const level = Number.parseInt(attribute(heading, 'outline-level'), 10);
	return `h${Math.min(6, Math.max(1, level || 1))}`;
}

function html(tagName: string, children: ElementContent[], properties: Properties = {}): Element {
	return { type: 'element', tagName, properties, children };
}

function text(value: string): ElementContent {
	return { type: 'text', value };
}
