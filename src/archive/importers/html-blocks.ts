import type { Element, Nodes, Root } from 'hast';
import type { Block } from '#shared/domain/block.ts';
import type { Figure } from '#shared/domain/figure.ts';
import { findSheetCode } from '#shared/translation/sheet-code.ts';
import { type BlockShape, BlockWriter, shownAddress } from './block-writer.ts';
import { findElement, isBlockLevel, isNote, languageOf, markOf, numberOf, textOf } from './html-elements.ts';
import { placeCells } from './html-tables.ts';
import { listMarker } from './list-marker.ts';

const paragraph: BlockShape = { kind: 'paragraph' };

/**
 * The blocks of a sanitised tree. `language` is the document's: blocks carry theirs only where it differs. The first
 * heading of the first rank is the title, unless the tree is only a part of the text. Pictures come with their addresses,
 * behind the block that they stand in.
 */
export function blocksOfHtml(root: Root, language: string, { isWhole = true } = {}): Block[] {
	return new HtmlWalk(root, language, isWhole).blocks();
}

/** What the elements around a text make of it. */
interface Surroundings {
	shape: BlockShape;
	language: string;
	listDepth: number;
	quoteDepth: number;
	isVerbatim: boolean;
	/** Inside a cell of a table, whose blocks are one. */
	isCell: boolean;
	/** The list item around: its first block carries the marker, the others stand under it as paragraphs. */
	item: { isBegun: boolean };
}

class HtmlWalk {
	readonly #writer = new BlockWriter();
	readonly #root: Root;
	readonly #title: Element | null;
	readonly #language: string;
	#tables = 0;
	/** Whether it is a file for translators; null before a table asks for it. */
	#isSheet: boolean | null = null;
	/** Before the next words of a cell. */
	#itemMarker = '';
	/** Pictures that stand in the block that is being written. */
	#figures: Figure[] = [];
	#around: Surroundings;

	constructor(root: Root, language: string, isWhole: boolean) {
		this.#root = root;
		this.#title = isWhole ? findElement(root, 'h1') : null;
		this.#language = language;
		this.#around = {
			shape: paragraph,
			language,
			listDepth: 0,
			quoteDepth: 0,
			isVerbatim: false,
			isCell: false,
			item: { isBegun: false },
		};
	}

	blocks(): Block[] {
		this.#children(this.#root);
		this.#end();
		return this.#writer.blocks;
	}

	#children(parent: Root | Element): void {
		for (const child of parent.children) this.#node(child);
	}

	#node(node: Nodes): void {
		if (node.type === 'text') this.#text(node.value);
		else if (node.type === 'element' && isBlockLevel(node)) this.#block(node);
		else if (node.type === 'element') this.#inline(node);
	}

	#text(value: string): void {
		if (this.#itemMarker !== '' && value.trim() !== '') {
			this.#writer.append(`${this.#itemMarker} `);
			this.#itemMarker = '';
		}
		if (this.#around.isVerbatim) this.#writer.append(value);
		else this.#writer.appendCollapsed(value);
	}

	#inline(element: Element): void {
		const inside = () => this.#children(element);
		const kind = markOf[element.tagName];
		if (element.tagName === 'br') this.#writer.breakLine();
		else if (element.tagName === 'img') this.#figures.push(figureOf(element));
		else if (element.tagName === 'a') this.#link(element, inside);
		else if (kind) this.#writer.mark(kind, undefined, inside);
		else inside();
	}

	#link(element: Element, inside: () => void): void {
		const address = shownAddress(typeof element.properties.href === 'string' ? element.properties.href : null);
		if (address === null) inside();
		else this.#writer.mark('link', address, inside);
	}

	#block(element: Element): void {
		// A cell is one block, so what divides it divides lines.
		if (this.#around.isCell) {
			this.#writer.separateLines();
			if (element.tagName === 'ol' || element.tagName === 'ul') this.#listInCell(element);
			else this.#children(element);
			this.#writer.separateLines();
			return;
		}
		this.#end();
		const language = languageOf(element) ?? this.#around.language;
		if (element.tagName === 'hr') this.#writer.add('rule');
		else if (element.tagName === 'ol' || element.tagName === 'ul') this.#list(element, language);
		else if (element.tagName === 'table') this.#table(element, language);
		else this.#within({ ...this.#inside(element), language }, () => this.#children(element));
	}

	/** Runs `write` in other surroundings and ends its last block in them. */
	#within(changes: Partial<Surroundings>, write: () => void): void {
		const before = this.#around;
		this.#around = { ...before, ...changes };
		write();
		this.#end();
		this.#around = before;
	}

	#inside(element: Element): Partial<Surroundings> {
		const { tagName } = element;
		if (element === this.#title) return { shape: { kind: 'title' } };
		if (isNote(element)) return { shape: { kind: 'note' } };
		if (/^h[1-6]$/.test(tagName)) return { shape: { kind: 'heading', level: Number(tagName[1]) } };
		if (tagName === 'pre') return { shape: { kind: 'preformatted' }, isVerbatim: true };
		if (tagName === 'caption' || tagName === 'figcaption') return { shape: { kind: 'caption' } };
		if (tagName !== 'blockquote') return {};
		const quoteDepth = this.#around.quoteDepth + 1;
		return { shape: { kind: 'quotation', level: quoteDepth }, quoteDepth };
	}

	#list(list: Element, language: string): void {
		const level = this.#around.listDepth + 1;
		let count = numberOf(list, 'start', 1);
		for (const child of list.children) {
			if (child.type !== 'element' || child.tagName !== 'li') {
				this.#within({ language, listDepth: level, shape: paragraph }, () => this.#node(child));
				continue;
			}
			count = numberOf(child, 'value', count);
			const marker = this.#markerOf(list, child, count);
			const shape: BlockShape = isNote(child) ? { kind: 'note' } : { kind: 'item', level, ...marker };
			const itemLanguage = languageOf(child) ?? language;
			const item = { isBegun: false };
			this.#within({ shape, language: itemLanguage, listDepth: level, item }, () => this.#children(child));
			count += 1;
		}
	}

	/** Its numbers are words there: a cell has no items. */
	#listInCell(list: Element): void {
		let count = numberOf(list, 'start', 1);
		for (const child of list.children) {
			if (child.type === 'element' && child.tagName === 'li') {
				count = numberOf(child, 'value', count);
				const { marker } = this.#markerOf(list, child, count);
				if (marker) this.#itemMarker = marker;
				count += 1;
			}
			this.#node(child);
			this.#itemMarker = '';
		}
	}

	/** What stands before an item, if it is not a bullet. */
	#markerOf(list: Element, item: Element, count: number): Pick<BlockShape, 'marker'> {
		const stated = item.properties.dataMarker;
		if (typeof stated === 'string') return stated === '' ? {} : { marker: stated };
		return list.tagName === 'ol' ? { marker: listMarker(count, String(list.properties.type ?? '1')) } : {};
	}

	#table(table: Element, language: string): void {
		this.#isSheet ??= findSheetCode(textOf(this.#root)) !== null;
		const cells = placeCells(table, this.#tables, this.#isSheet);
		if (cells === null) {
			this.#within({ language }, () => this.#children(table));
			return;
		}
		this.#tables += 1;
		for (const child of table.children) {
			if (child.type === 'element' && child.tagName === 'caption') this.#block(child);
		}
		for (const { element, place } of cells) {
			const shape: BlockShape = { kind: 'cell', cell: place };
			const cellLanguage = languageOf(element) ?? language;
			this.#within({ shape, language: cellLanguage, isCell: true }, () => this.#children(element));
		}
	}

	#end(): void {
		const { language, isVerbatim, item } = this.#around;
		const isItem = this.#around.shape.kind === 'item';
		const shape = isItem && item.isBegun ? paragraph : this.#around.shape;
		const tagged = language === this.#language ? shape : { ...shape, language };
		if (this.#writer.end(tagged, { verbatim: isVerbatim }) && isItem) item.isBegun = true;
		const place = { ...(shape.cell && { cell: shape.cell }), ...(tagged.language && { language }) };
		for (const figure of this.#figures) this.#writer.addFigure(figure, place);
		this.#figures = [];
	}
}

function figureOf({ properties: { alt, src } }: Element): Figure {
	return { ...(typeof alt === 'string' && { alt }), address: typeof src === 'string' ? src.trim() : '' };
}
