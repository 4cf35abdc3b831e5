import * as XLSX from '@e965/xlsx';
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs';
import type { Block } from '#shared/domain/block.ts';
import { message } from '#shared/messages/messages.ts';
import { fieldsFromProperties } from '../dublin-core.ts';
import { type Extraction, type LeftOut, type ReadOptions, titleFromFileName } from '../importer.ts';
import { guessLanguage } from '../language.ts';
import { refuse } from '../refusal.ts';
import { orDamaged } from './or-damaged.ts';

// Files from before Unicode name a code page, and hold their words in it.
XLSX.set_cptable(codePages);

/** Beyond these a table is data, to be looked into with a program for that; each cell is a passage here. */
const mostCells = 100_000;
/** Rows that are looked at in one sheet: a sheet may claim to have a million. */
const mostRows = 50_000;

/**
 * Reads a workbook of any age (.xls, .xlsx, .xlsb, .ods): each sheet a heading and a table, hidden ones too, its cells as
 * they are shown. Formulas, pictures and remarks on cells stay in the original.
 */
export function readSpreadsheet(bytes: Uint8Array, options: ReadOptions, mediaType: string): Promise<Extraction> {
	return orDamaged(options.fileName, () => read(bytes, options, mediaType));
}

function read(bytes: Uint8Array, { fileName }: ReadOptions, mediaType: string): Extraction {
	const book = parse(bytes, fileName);
	const writer = new SheetWriter();
	for (const name of book.SheetNames) writer.add(name, book.Sheets[name]);
	const { blocks, leftOut, hasRemarks } = writer;
	const { Title = '', Author = '', CreatedDate } = book.Props ?? {};
	const date = CreatedDate instanceof Date && !Number.isNaN(CreatedDate.valueOf()) ? CreatedDate.toISOString() : '';
	return {
		mediaType,
		importer: 'spreadsheet',
		importerVersion: '1',
		parameters: { ...(hasRemarks && { textAside: true }) },
		language: guessLanguage(blocks.map(({ text }) => text).join('\n')),
		title: plain(Title) || titleFromFileName(fileName),
		blocks,
		fields: fieldsFromProperties({ creators: [plain(Author)].filter((name) => name !== ''), date }),
		...(leftOut.length > 0 && { leftOut }),
	};
}

function parse(bytes: Uint8Array, fileName: string): XLSX.WorkBook {
	try {
		return XLSX.read(bytes, {
			type: 'array',
			dense: true,
			cellFormula: false,
			cellHTML: false,
			sheetRows: mostRows + 1,
			// Days as they can be read in any country.
			dateNF: 'yyyy-mm-dd',
		});
	} catch (error) {
		if (!/password|encrypt/i.test((error as Error).message)) throw error;
		throw refuse(fileName, message('import.reason.encrypted'));
	}
}

/** Gathers the sheets of a workbook, and what of them is too much. */
class SheetWriter {
	readonly blocks: Block[] = [];
	readonly leftOut: LeftOut[] = [];
	hasRemarks = false;
	#cells = 0;
	#table = 0;

	/** A sheet without words, a drawing for one, has no heading either. */
	add(name: string, sheet: XLSX.WorkSheet | undefined): void {
		const rows = (sheet as { '!data'?: XLSX.CellObject[][] } | undefined)?.['!data'] ?? [];
		const title = plain(name);
		const before = this.blocks.length;
		this.blocks.push({ kind: 'heading', level: 1, text: title });
		const isWhole = this.#addRows(rows.slice(0, mostRows)) && rows.length <= mostRows;
		if (this.blocks.length === before + 1) this.blocks.pop();
		if (isWhole) return;
		const reason = message('import.reason.sheet-cut', { rows: mostRows, cells: mostCells });
		this.leftOut.push({ name: title, reason });
	}

	/** False where not all of them were taken. */
	#addRows(rows: readonly (readonly XLSX.CellObject[] | undefined)[]): boolean {
		const table = this.#table;
		this.#table += 1;
		for (const [row, cells = []] of rows.entries())
			for (const [column, cell] of cells.entries()) {
				if (!cell) continue;
				this.hasRemarks ||= (cell.c ?? []).length > 0;
				const text = shown(cell);
				if (text === '') continue;
				if (this.#cells >= mostCells) return false;
				this.#cells += 1;
				this.blocks.push({ kind: 'cell', text, cell: { table, row, column } });
			}
		return true;
	}
}

/** What the program would show in the cell. */
function shown({ w, v }: XLSX.CellObject): string {
	const text = w ?? (v instanceof Date ? v.toISOString() : String(v ?? ''));
	return text
		.replaceAll('\r\n', '\n')
		.replaceAll(/[^\P{Cc}\n\t]/gu, '')
		.trim();
}

function plain(text: unknown): string {
	return typeof text === 'string' ? text.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim() : '';
}
