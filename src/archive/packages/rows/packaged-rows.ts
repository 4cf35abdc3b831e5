import type { Reader } from '#archive/db/connection.ts';
import { isStampedTable } from '#archive/db/stamped-tables.ts';
import { type Going, goes, type PlainRow } from './going.ts';
import { historyFiles } from './packaged-history.ts';
import { editionParts, getLastChange, hasRows, listOfEdition, listPresent } from './rows-repository.ts';
import { type ShareContext, sharedBlock, sharedRow } from './shared-rows.ts';
import { type RowTable, rowsPath, rowTables } from './table-fates.ts';

/** The rows that go, as they are at one moment. What never changes and may be much is read when it is due. */
export interface PackagedRows {
	going: Going;
	rows: ReadonlyMap<RowTable, readonly PlainRow[]>;
	/** The last change that the history holds. */
	lastChange: number;
}

export interface RowContext {
	/** Below `data/`, by SHA-256. */
	pathOf: ReadonlyMap<string, string>;
	share: Pick<ShareContext, 'at'>;
}

/** Reads all rows that go and can change: at once, so that they belong together. */
export function gatherRows(reader: Reader, going: Going, { pathOf, share }: RowContext): PackagedRows {
	const isShare = going.profile === 'share';
	const { redactions } = going;
	const context = isShare ? { ...share, ...shareContext(reader), redactions } : null;
	const rows = new Map<RowTable, PlainRow[]>();
	for (const table of rowTables) {
		if (isEditionPart(table)) continue;
		const present = listPresent(reader, table).filter((row) => goes(table, row, going));
		rows.set(table, context ? present.map((row) => sharedRow(table, row, context)) : present);
	}
	const located = rows.get('originals')?.map((row) => ({ ...row, path: pathOf.get(String(row.sha256)) ?? null }));
	rows.set('originals', located ?? []);
	return { going, rows, lastChange: getLastChange(reader) };
}

/** Files below `data/`, and their lines. */
export function* rowFiles(
	reader: Reader,
	packaged: PackagedRows,
): Generator<[path: string, lines: () => Iterable<string>]> {
	const { going, rows } = packaged;
	for (const table of rowTables) {
		if (isEditionPart(table)) {
			const isThere = going.editions.size > 0 && hasRows(reader, table);
			if (isThere && goesAtAll(table, going)) yield [rowsPath(table), () => linesOfEditions(reader, table, going)];
			continue;
		}
		const own = rows.get(table) ?? [];
		if (own.length > 0) yield [rowsPath(table), () => linesOf(own)];
	}
	if (going.hasHistory) yield* historyFiles(reader, packaged.lastChange, presentIds(rows));
}

/** How many rows of a table go; cheap for small tables. */
export function countGoing(
	reader: Reader,
	table: 'descriptions' | 'givers' | 'quotes' | 'saved_searches',
	going: Going,
) {
	return listPresent(reader, table).filter((row) => goes(table, row, going)).length;
}

function isEditionPart(table: RowTable): table is (typeof editionParts)[number] {
	return (editionParts as readonly string[]).includes(table);
}

/** Without originals there are no pages, and what stands on them says nothing. */
function goesAtAll(table: RowTable, going: Going): boolean {
	return table === 'blocks' || going.profile !== 'share';
}

function* linesOf(rows: readonly PlainRow[]): Generator<string> {
	for (const row of rows) yield `${JSON.stringify(row)}\n`;
}

function* linesOfEditions(reader: Reader, table: (typeof editionParts)[number], going: Going): Generator<string> {
	// Of these only blocks are ever shared.
	const asGoing = going.profile === 'share' ? sharedBlock : (row: PlainRow) => row;
	for (const editionId of going.editions)
		yield* linesOf(
			listOfEdition(reader, table, editionId)
				.filter((row) => goes(table, row, going))
				.map(asGoing),
		);
}

/** By table and id, as the history names rows. */
function presentIds(rows: PackagedRows['rows']): ReadonlySet<string> {
	const ids = new Set<string>();
	for (const [table, present] of rows)
		if (isStampedTable(table)) for (const { id } of present) ids.add(`${table} ${id}`);
	return ids;
}

function shareContext(reader: Reader): Pick<ShareContext, 'fileNames' | 'textless'> {
	const fileNames = new Map<string, Set<string>>();
	for (const { record_id: recordId, file_name: name } of listPresent(reader, 'record_parts')) {
		const names = fileNames.get(String(recordId)) ?? new Set();
		fileNames.set(String(recordId), names.add(String(name)));
	}
	const withText = new Set(listPresent(reader, 'editions').map(({ record_id: recordId }) => recordId));
	const textless = listPresent(reader, 'records').map(({ id }) => String(id));
	return { fileNames, textless: new Set(textless.filter((id) => !withText.has(id))) };
}
