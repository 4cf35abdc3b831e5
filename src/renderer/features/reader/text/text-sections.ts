import type { StoredBlock } from '#shared/domain/block.ts';

export interface TableRow {
	row: number;
	cells: StoredBlock[];
}

/** What the reader draws as one thing: a block, a run of list items, or the cells of one table in rows. */
export type TextUnit =
	| { type: 'block'; block: StoredBlock }
	| { type: 'list'; items: StoredBlock[] }
	| { type: 'table'; rows: TableRow[] };

export interface TextSection {
	/** Ordinals of the first and last block in it. */
	firstOrdinal: number;
	lastOrdinal: number;
	/** About how much is in it, in characters; a height is estimated from that before it is laid out. */
	weight: number;
	units: TextUnit[];
}

/** Weight at which a section ends, in characters: some two screens. */
const leastWeight = 3000;
/** A long text has longer sections: with every frame the browser goes through all of them, seen or not. */
const mostSections = 800;
/** What a block adds beside its characters: the space around it. */
const blockWeight = 60;

/** Blocks in order, grouped for drawing and cut into sections; a list or table is never cut in two. */
export function sectionBlocks(blocks: readonly StoredBlock[]): TextSection[] {
	const sections: TextSection[] = [];
	const enough = Math.max(leastWeight, weightOf(blocks) / mostSections);
	for (const unit of groupBlocks(blocks)) {
		const members = blocksOf(unit);
		const [first, last] = [members[0], members.at(-1)];
		if (!first || !last) continue;
		const before = sections.at(-1);
		const section =
			before && before.weight < enough ? before : { firstOrdinal: first.ordinal, lastOrdinal: 0, weight: 0, units: [] };
		if (section !== before) sections.push(section);
		section.units.push(unit);
		section.lastOrdinal = last.ordinal;
		section.weight += weightOf(members);
	}
	return sections;
}

function weightOf(blocks: readonly StoredBlock[]): number {
	return blocks.reduce((sum, { text }) => sum + text.length + blockWeight, 0);
}

/** Position of the section that has this ordinal; the last one when it lies behind all. */
export function sectionIndexOf(sections: readonly TextSection[], ordinal: number): number {
	const index = sections.findIndex((section) => ordinal <= section.lastOrdinal);
	return index < 0 ? Math.max(0, sections.length - 1) : index;
}

export function blocksOf(unit: TextUnit): StoredBlock[] {
	if (unit.type === 'block') return [unit.block];
	return unit.type === 'list' ? unit.items : unit.rows.flatMap((row) => row.cells);
}

function groupBlocks(blocks: readonly StoredBlock[]): TextUnit[] {
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

function tableOf(unit: TextUnit & { type: 'table' }): number | undefined {
	return unit.rows[0]?.cells[0]?.cell?.table;
}

function addCell(rows: TableRow[], block: StoredBlock, row: number): void {
	const last = rows.at(-1);
	if (last?.row === row) last.cells.push(block);
	else rows.push({ row, cells: [block] });
}
