import type { Element, ElementContent, Properties } from 'hast';
import type { MarkKind } from '#shared/domain/block.ts';
import { tagOfMark } from './rtf-controls.ts';

/** What a run of text looks like. */
export interface RunLook {
	marks: ReadonlySet<MarkKind>;
	href: string | null;
}

/** What a paragraph is when it ends. */
export interface ParagraphShape {
	/** 1 to 6; 0 where it is no heading. */
	headingLevel: number;
	/** Depth of the list item, from 1; used where the paragraph had a marker. */
	listLevel: number;
	isInTable: boolean;
}

interface Run extends RunLook {
	text: string;
}

/** Gathers running text into paragraphs, and these into list items and tables, as elements of HTML. */
export class RtfFlow {
	readonly #elements: ElementContent[] = [];
	#runs: Run[] = [];
	/** Pictures in the paragraph being written. */
	#pictures: Element[] = [];
	/** The marker of the paragraph being written, as it is printed; null where it is no list item. */
	#marker: string | null = null;
	#cell: ElementContent[] = [];
	#cells: Element[] = [];
	#rows: Element[] = [];

	addText(text: string, look: RunLook): void {
		const last = this.#runs.at(-1);
		if (last && hasSameLook(last, look)) last.text += text;
		else this.#runs.push({ text, marks: new Set(look.marks), href: look.href });
	}

	setMarker(marker: string): void {
		this.#marker = marker;
	}

	/** @param alt '' where nothing is said in place of it */
	addPicture(src: string, alt: string): void {
		this.#pictures.push(html('img', [], { src, ...(alt && { alt }) }));
	}

	/** Adds elements after all that was ended, before the paragraph that is being written. */
	insert(elements: readonly ElementContent[]): void {
		this.#elements.push(...elements);
	}

	endParagraph(shape: ParagraphShape): void {
		const content = [...this.#runs.flatMap(elementsOfRun), ...this.#pictures];
		const isBlank = this.#pictures.length === 0 && this.#runs.every(({ text }) => text.trim() === '');
		const marker = this.#marker;
		this.#runs = [];
		this.#pictures = [];
		this.#marker = null;
		if (!shape.isInTable) this.#endTable();
		if (isBlank) return;
		if (!shape.isInTable) this.#elements.push(elementOf(content, marker, shape));
		// A cell is one passage: what divides it divides lines.
		else this.#cell.push(...(this.#cell.length > 0 ? [html('br', [])] : []), ...withMarker(content, marker));
	}

	endCell(shape: ParagraphShape): void {
		this.endParagraph({ ...shape, isInTable: true });
		this.#cells.push(html('td', this.#cell));
		this.#cell = [];
	}

	endRow(): void {
		if (this.#cells.length > 0) this.#rows.push(html('tr', this.#cells));
		this.#cells = [];
	}

	/** All of it; what was left open is ended as `shape`. */
	end(shape: ParagraphShape): ElementContent[] {
		this.endParagraph({ ...shape, isInTable: false });
		return this.#elements;
	}

	#endTable(): void {
		if (this.#cell.length > 0) this.#cells.push(html('td', this.#cell));
		this.#cell = [];
		this.endRow();
		if (this.#rows.length > 0) this.#elements.push(html('table', this.#rows));
		this.#rows = [];
	}
}

export function html(tagName: string, children: ElementContent[], properties: Properties = {}): Element {
	return { type: 'element', tagName, properties, children };
}

function elementOf(content: ElementContent[], marker: string | null, shape: ParagraphShape): Element {
	if (shape.headingLevel > 0) return html(`h${shape.headingLevel}`, withMarker(content, marker));
	if (marker === null) return html('p', content);
	const item: Element = html('li', content, { dataMarker: isSign(marker) ? '' : marker });
	// A list within a list is one level deeper: blocks are flat, so each item may bring its own.
	return Array.from({ length: shape.listLevel }).reduce<Element>((inside) => html('ul', [inside]), item);
}

/** The number of a heading is a part of it: people cite it. */
function withMarker(content: ElementContent[], marker: string | null): ElementContent[] {
	return marker === null || isSign(marker) ? content : [{ type: 'text', value: `${marker} ` }, ...content];
}

/** A bullet in whatever font, not a number or letter. */
function isSign(marker: string): boolean {
	return !/[\p{L}\p{N}]/u.test(marker) || /^[\p{Co}o§·]$/u.test(marker);
}

function elementsOfRun({ text, marks, href }: Run): ElementContent[] {
	const lines = text.split('\n').flatMap((line, at): ElementContent[] => {
		const value: ElementContent = { type: 'text', value: line };
		return at === 0 ? [value] : [html('br', []), value];
	});
	const marked = [...marks].reduce((inside, mark) => {
		const tag = tagOfMark[mark];
		return tag === undefined ? inside : [html(tag, inside)];
	}, lines);
	return href === null ? marked : [html('a', marked, { href })];
}

function hasSameLook(a: RunLook, b: RunLook): boolean {
	return a.href === b.href && a.marks.size === b.marks.size && [...a.marks].every((mark) => b.marks.has(mark));
}
