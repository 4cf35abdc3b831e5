import type { Block, Mark } from '../domain/block.ts';
import type { SheetRow } from './sheet-rows.ts';

/** A row as it came: what stands in its cell for the number, beside it, and as its translation. */
export interface WrittenRow {
	label: string;
	original: string;
	text: string;
	marks: Mark[];
	/** What of it is the original and what its translation cannot be told: it is nobody's. */
	isUnclear?: true;
}

/** As office programs leave it: white space and quotation marks are theirs. */
export function plain(text: string): string {
	return text
		.normalize('NFKC')
		.replace(/[«»“”„‟"‘’‚‛']/g, "'")
		.replace(/[\u2010-\u2015\u2212]/g, '-')
		.replace(/[\s\u00ad\u200b-\u200f\u2060\ufeff]+/g, ' ')
		.trim()
		.toLowerCase();
}

const plainTexts = new WeakMap<SheetRow, string>();

/** The same of a row that went out: a file may name it in every line. */
export function plainOf(row: SheetRow): string {
	const known = plainTexts.get(row) ?? plain(row.text);
	plainTexts.set(row, known);
	return known;
}

/** One under the other, with their formatting. */
export function joinedText(blocks: readonly Block[]): { text: string; marks: Mark[] } {
	let text = '';
	const marks: Mark[] = [];
	for (const block of blocks) {
		if (block.text === '') continue;
		const shift = text === '' ? 0 : text.length + 1;
		text = text === '' ? block.text : `${text}\n${block.text}`;
		for (const mark of block.marks ?? []) {
			if (mark.kind !== 'link') marks.push({ ...mark, start: mark.start + shift, end: mark.end + shift });
		}
	}
	return { text, marks };
}
