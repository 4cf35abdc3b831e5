import type { Figure } from './figure.ts';
import type { MediaTime } from './media-time.ts';

/** What a block is in the structure of a text. A table is a run of `cell` blocks that share `cell.table`. */
export const blockKinds = [
	'title',
	'heading',
	'paragraph',
	'item',
	'quotation',
	'verse',
	'preformatted',
	'cell',
	'caption',
	'note',
	'figure',
	'page-break',
	'rule',
] as const;
export type BlockKind = (typeof blockKinds)[number];

export const markKinds = [
	'emphasis',
	'strong',
	'superscript',
	'subscript',
	'underline',
	'strike',
	'code',
	'link',
] as const;
export type MarkKind = (typeof markKinds)[number];

/** Formatting of a stretch of a block's text. Offsets are UTF-16 code units of that text; marks may overlap. */
export interface Mark {
	start: number;
	end: number;
	kind: MarkKind;
	/** For `link`: the address as it stood in the source. It is shown, never followed by itself. */
	value?: string;
}

/**
 * One unit of an edition. Blocks are a flat ordered list and every character of the text is in exactly one of them.
 * A block with text is a passage: what is searched, cited and annotated.
 */
export interface Block {
	kind: BlockKind;
	/** As decoded, never normalised; '' for pictures, page breaks and rules. '\n' stands where the source broke the line. */
	text: string;
	/** Heading 1–6; depth of a list item or quotation, from 1. */
	level?: number;
	/** For `item`: the marker as it stood, number, letter or sign; absent for the bullets of HTML and Markdown. */
	marker?: string;
	cell?: { table: number; row: number; column: number; header?: boolean };
	/** BCP 47, where it differs from the edition's language. */
	language?: string;
	marks?: Mark[];
	/** True where line breaks were only the width of the page: shown as spaces. */
	wrapped?: boolean;
	/** Page of the original on which it begins, from 1, where that has pages. */
	page?: number;
	/** For `figure`: the picture. In a table it has the place of its cell. */
	figure?: Figure;
	/** When it is spoken, in the recording that it was written down from. */
	time?: MediaTime;
}

/** A block as stored in an edition. */
export interface StoredBlock extends Block {
	/** Position in the edition, from 0, pictures, page breaks and rules included: half of a passage's key. */
	ordinal: number;
	/** ¶ number, from 1: what people cite; null where the block is not counted. */
	number: number | null;
}

/** A passage is a block that carries text. */
export function isPassage(block: Block): boolean {
	return block.text.length > 0;
}

/** The ¶ number to cite for a place: its own, or that of the numbered passage before it (headings have none). */
export function citedNumber(blocks: readonly StoredBlock[], ordinal: number): number | null {
	for (let at = Math.min(ordinal, blocks.length - 1); at >= 0; at -= 1) {
		const number = blocks[at]?.number ?? null;
		if (number !== null) return number;
	}
	return null;
}

/**
 * ¶ numbers for blocks in order: every block with text counts, except titles and headings; the cells of one table row
 * count once, at the row's first cell with text.
 */
export function numberBlocks(blocks: readonly Block[]): (number | null)[] {
	let last = 0;
	let rowCounted = '';
	return blocks.map((block) => {
		if (!isPassage(block) || block.kind === 'title' || block.kind === 'heading') return null;
		if (block.cell) {
			const row = `${block.cell.table}:${block.cell.row}`;
			if (row === rowCounted) return null;
			rowCounted = row;
		}
		last += 1;
		return last;
	});
}
