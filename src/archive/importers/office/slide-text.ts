import type { Block } from '#shared/domain/block.ts';
import { attribute, childElements, elementsNamed, localName, type XmlElement } from '../xml.ts';

/** Placeholders that say the same on every slide (ECMA-376-1, 19.7.10). */
const running: readonly string[] = ['dt', 'ftr', 'hdr', 'sldNum', 'sldImg'];
const titles: readonly string[] = ['title', 'ctrTitle'];

/** Gathers the text of slides as blocks. */
export class SlideWriter {
	readonly blocks: Block[] = [];
	#table = 0;

	/**
	 * @param number of the slide, from 1
	 * @param drawn the words of its diagrams and charts, by their frames
	 */
	add(
		slide: XmlElement,
		notes: XmlElement | null,
		number: number,
		drawn: ReadonlyMap<XmlElement, readonly string[]>,
	): void {
		const own: Block[] = [];
		const title: Block[] = [];
		for (const shape of shapesOf(slide)) {
			const words = drawn.get(shape);
			if (words) own.push(...words.map((text): Block => ({ kind: 'paragraph', text })));
			else if (localName(shape) === 'graphicFrame') own.push(...this.#tables(shape));
			else if (titles.includes(placeholderOf(shape))) title.push(...headingOf(shape));
			else own.push(...paragraphsOf(shape));
		}
		const said = notes ? shapesOf(notes).flatMap((shape) => notesOf(shape)) : [];
		const text = [...title, ...own, ...said].map((block) => ({ ...block, page: number }));
		this.blocks.push({ kind: 'page-break', text: '', page: number }, ...text);
	}

	#tables(frame: XmlElement): Block[] {
		return elementsNamed(frame, 'tbl').flatMap((table) => {
			const number = this.#table;
			this.#table += 1;
			return elementsNamed(table, 'tr').flatMap((row, rowIndex) =>
				childElements(row)
					.filter((cell) => localName(cell) === 'tc')
					.map((cell, column): Block => {
						const text = elementsNamed(cell, 'p').map(textOf).join('\n').trim();
						return { kind: 'cell', text, cell: { table: number, row: rowIndex, column } };
					})
					.filter(({ text }) => text !== ''),
			);
		});
	}
}

/** The shapes of a slide in order, those of groups among them; what repeats on every slide is left out. */
function shapesOf(slide: XmlElement): XmlElement[] {
	const [tree] = elementsNamed(slide, 'spTree');
	const shapes: XmlElement[] = [];
	const waiting = tree ? childElements(tree).toReversed() : [];
	for (let element = waiting.pop(); element; element = waiting.pop()) {
		const name = localName(element);
		if (name === 'sp' || name === 'graphicFrame') shapes.push(element);
		else if (name === 'grpSp') waiting.push(...childElements(element).toReversed());
		// Of two renderings of one thing, that which every program knows.
		else if (name === 'AlternateContent')
			waiting.push(...elementsNamed(element, 'Fallback').flatMap(childElements).toReversed());
	}
	return shapes.filter((shape) => !running.includes(placeholderOf(shape)));
}

/** '' for a shape that is no placeholder. */
function placeholderOf(shape: XmlElement): string {
	const [placeholder] = elementsNamed(shape, 'ph');
	return placeholder ? attribute(placeholder, 'type') || 'body' : '';
}

function headingOf(shape: XmlElement): Block[] {
	const text = elementsNamed(shape, 'p').map(textOf).join('\n').trim();
	return text === '' ? [] : [{ kind: 'heading', level: 1, text }];
}

/** In a placeholder for the body paragraphs are items of a list unless they say that they are none. */
function paragraphsOf(shape: XmlElement): Block[] {
	const isList = placeholderOf(shape) === 'body';
	return elementsNamed(shape, 'p')
		.map((paragraph): Block => {
			const [properties] = childElements(paragraph).filter((child) => localName(child) === 'pPr');
			const isItem = isList && !(properties && elementsNamed(properties, 'buNone').length > 0);
			const level = Math.min(9, Number(properties ? attribute(properties, 'lvl') : 0) + 1) || 1;
			const text = textOf(paragraph).trim();
			return isItem ? { kind: 'item', level, text } : { kind: 'paragraph', text };
		})
		.filter(({ text }) => text !== '');
}

function notesOf(shape: XmlElement): Block[] {
	return elementsNamed(shape, 'p')
		.map((paragraph): Block => ({ kind: 'note', text: textOf(paragraph).trim() }))
		.filter(({ text }) => text !== '');
}

/** The words of a paragraph (DrawingML, ECMA-376-1, 21.1.2.2.6): runs, fields and breaks. */
export function textOf(paragraph: XmlElement): string {
	return childElements(paragraph)
		.map((child) => {
			const name = localName(child);
			if (name === 'br') return '\n';
			return name === 'r' || name === 'fld'
				? elementsNamed(child, 't')
						.map(({ text }) => text)
						.join('')
				: '';
		})
		.join('');
}
