import type { Connection } from '#archive/db/connection.ts';
import { isStampedTable } from '#archive/db/stamped-tables.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { clockZero } from '#shared/domain/clock.ts';
import { message } from '#shared/messages/messages.ts';
import type { BagSource } from '../bag/bag-source.ts';
import type { PlainRow } from './going.ts';
import { listColumns } from './rows-repository.ts';
import { type LogTable, logTables, type RowTable, rowsPath, rowTables } from './table-fates.ts';

/** Where the bytes of originals are said to be, by SHA-256: a path in the bag, if it is one. */
export type Locations = ReadonlyMap<string, string>;

/** UTF-16 units; a row has one text at most, and none is as long as this. */
const longestLine = 64 * 1024 * 1024;
const stamp = { clock: clockZero, revision: 1, deleted_clock: null };

/**
 * Reads the rows of a package into an empty archive, whose schema has every value of its right type. Nothing is trusted:
 * throws unreadable-file for columns that the archive has not, and for what is no row. Rows get no clocks of their own.
 */
export async function readRows(source: BagSource, into: Connection, signal?: AbortSignal): Promise<Locations> {
	const locations = new Map<string, string>();
	into.execute('BEGIN');
	for (const table of [...rowTables, ...logTables]) {
		const path = `data/${rowsPath(table)}`;
		if (!source.files.has(path)) continue;
		const reader = new RowReader(into, table, path);
		for await (const line of linesOf(source.read(path), path)) {
			if (signal?.aborted) throw new AppError('cancelled');
			const { sha256, path: place } = reader.read(line);
			if (table === 'originals') locations.set(String(sha256), `data/${place}`);
		}
	}
	into.execute('COMMIT');
	return locations;
}

class RowReader {
	readonly #into: Connection;
	readonly #table: RowTable | LogTable;
	readonly #path: string;
	readonly #columns: ReadonlySet<string>;

	constructor(into: Connection, table: RowTable | LogTable, path: string) {
		this.#into = into;
		this.#table = table;
		this.#path = path;
		this.#columns = new Set(listColumns(into, table));
	}

	read(line: string): PlainRow {
		const row = this.#parse(line);
		const values = this.#complete(row);
		const names = Object.keys(values);
		try {
			this.#into.run(
				`INSERT INTO ${this.#table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
				...Object.values(values),
			);
		} catch (error) {
			throw noRow(this.#path, error);
		}
		return row;
	}

	#parse(line: string): PlainRow {
		let row: unknown;
		try {
			row = JSON.parse(line);
		} catch (error) {
			throw noRow(this.#path, error);
		}
		if (typeof row !== 'object' || row === null || Array.isArray(row)) throw noRow(this.#path);
		for (const [column, value] of Object.entries(row)) {
			if (!this.#columns.has(column) && !this.#isBeside(column)) throw noRow(this.#path);
			if (value !== null && typeof value !== 'string' && typeof value !== 'number') throw noRow(this.#path);
		}
		return row as PlainRow;
	}

	/** What a column of a later version holds by itself stands where the row says nothing. */
	#complete(row: PlainRow): PlainRow {
		const values = Object.fromEntries(Object.entries(row).filter(([column]) => !this.#isBeside(column)));
		return isStampedTable(this.#table) && this.#table !== 'kept_wordings' ? { ...values, ...stamp } : values;
	}

	/** Where the bytes of an original lie is no column. */
	#isBeside(column: string): boolean {
		return this.#table === 'originals' && column === 'path';
	}
}

/** Lines of a file that need not fit into memory; blank ones are passed over. */
async function* linesOf(bytes: AsyncIterable<Uint8Array>, path: string): AsyncGenerator<string> {
	const decoder = new TextDecoder('utf-8', { fatal: true });
	let pending = '';
	try {
		for await (const piece of bytes) {
			const lines = (pending + decoder.decode(piece, { stream: true })).split('\n');
			pending = lines.pop() ?? '';
			if (pending.length > longestLine) throw noRow(path);
			for (const line of lines) if (line !== '') yield line;
		}
		pending += decoder.decode();
	} catch (error) {
		throw error instanceof TypeError ? noRow(path, error) : error;
	}
	if (pending !== '') yield pending;
}

function noRow(path: string, cause?: unknown): AppError {
	return new AppError('unreadable-file', { file: path, reason: message('package.reason.no-descriptions') }, { cause });
}
