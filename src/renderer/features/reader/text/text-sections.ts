import type { StoredBlock } from '#shared/domain/block.ts';
import { type TextSection, weightOf } from '#shared/domain/text-outline.ts';

export interface TableRow {
	row: number;
	cells: StoredBlock[];
}

/** What the reader draws as one thing: a block, a run of list items, or the cells of one table in rows. */
export type TextUnit =
	| { type: 'block'; block: StoredBlock }
	| { type: 'list'; items: StoredBlock[] }
	| { type: 'table'; rows: TableRow[] };

/** What of a text the browser lays out, or leaves, as one. */
export interface TextPart {
	units: TextUnit[];
	/** About how much is in it, in characters, as a section's weight. */
	weight: number;
}

/** Weight at which a part ends: about a screen. What is smaller costs more to ask about than it saves. */
const leastPartWeight = 1500;

/** From this weight on, to lay out one part would be felt: a table of thousands of cells, a line of a million characters. */
const heavyPartWeight = 20_000;

/** Sections that stand one after the other. */
export interface SectionBundle {
	sections: readonly TextSection[];
	/** The place of the first among all sections. */
	firstIndex: number;
	weight: number;
}

/** Where one bundle ends and the next begins, all parts of both are given their style. */
const sectionsPerBundle = 5;

export function blocksOf(unit: TextUnit): StoredBlock[] {
	if (unit.type === 'block') return [unit.block];
	return unit.type === 'list' ? unit.items : unit.rows.flatMap((row) => row.cells);
}

/** Blocks in order, grouped for drawing. */
export function groupBlocks(blocks: readonly StoredBlock[]): TextUnit[] {
	const units: TextUnit[] = [];
	for (const block of blocks) {
		const last = units.at(-1);
		if (block.kind === 'item') {
			if (last?.type === 'list') last.items.push(block);
			else units.push({ type: 'list', items: [block] });
		} else if (block.cell) {
			if (last?.type === 'table' && tableOf(last) === block.cell.table) addCell(last.rows, block, block.cell.row);
			else units.push({ type: 'table', rows: [{ row: block.cell.row, cells: [block] }] });
		} else {
			units.push({ type: 'block', block });
		}
	}
	return units;
}

/** Cuts the units of a section into parts. */
export function partsOf(units: readonly TextUnit[]): TextPart[] {
	const parts: TextPart[] = [];
	for (const unit of units) {
		const weight = weightOf(blocksOf(unit));
		const last = parts.at(-1);
		if (last && (last.weight < leastPartWeight || endsWithHeading(last))) {
			last.units.push(unit);
			last.weight += weight;
		} else parts.push({ units: [unit], weight });
	}
	return parts;
}

export function isHeavy(weight: number): boolean {
	return weight > heavyPartWeight;
}

/** It stays with its text; and what hangs out of its box below would be cut off. */
function endsWithHeading({ units }: TextPart): boolean {
	const unit = units.at(-1);
	return unit?.type === 'block' && unit.block.kind === 'heading';
}

export function bundleSections(sections: readonly TextSection[]): SectionBundle[] {
	const bundles: SectionBundle[] = [];
	for (let firstIndex = 0; firstIndex < sections.length; firstIndex += sectionsPerBundle) {
		const some = sections.slice(firstIndex, firstIndex + sectionsPerBundle);
		const weight = some.reduce((sum, section) => sum + section.weight, 0);
		bundles.push({ sections: some, firstIndex, weight });
	}
	return bundles;
}

function tableOf(unit: TextUnit & { type: 'table' }): number | undefined {
	return unit.rows[0]?.cells[0]?.cell?.table;
}

function addCell(rows: TableRow[], block: StoredBlock, row: number): void {
	const last = rows.at(-1);
	if (last?.row === row) last.cells.push(block);
	else rows.push({ row, cells: [block] });
}
