import type { Reader } from '#archive/db/connection.ts';
import { findStepRow, type LoggedRow, listKnown, listLog } from './rows-repository.ts';
import { rowsPath } from './table-fates.ts';

const changesPerPage = 1000;
/** What a deletion writes, and nothing that a person had said. */
const deletionColumns: ReadonlySet<string> = new Set(['deleted_clock', 'merged_into_id']);

/**
 * The history of what is there: all that was done to it, by which a package can be merged. Of what was deleted only that it
 * was: its words do not leave the archive.
 * @param present rows that go, as `<table> <id>`
 */
export function* historyFiles(
	reader: Reader,
	lastChange: number,
	present: ReadonlySet<string>,
): Generator<[path: string, lines: () => Iterable<string>]> {
	const changes = () => eachChange(reader, lastChange, present);
	yield [rowsPath('steps'), () => steps(reader, changes())];
	yield [rowsPath('changes'), () => changeLines(changes())];
	yield [rowsPath('known_changes'), () => listKnown(reader).map((row) => `${JSON.stringify(row)}\n`)];
}

function* eachChange(reader: Reader, last: number, present: ReadonlySet<string>): Generator<LoggedRow> {
	for (let after = 0; ; ) {
		const page = listLog(reader, after, last, changesPerPage);
		for (const change of page)
			if (present.has(`${change.table_name} ${change.row_id}`) || isDeletion(change)) yield change;
		const end = page.at(-1);
		if (!end) return;
		after = end.number;
	}
}

function isDeletion({ after }: LoggedRow): boolean {
	const values = JSON.parse(after) as object;
	return 'deleted_clock' in values && Object.keys(values).every((column) => deletionColumns.has(column));
}

function* changeLines(changes: Iterable<LoggedRow>): Generator<string> {
	for (const { number: _number, ...change } of changes) yield `${JSON.stringify(change)}\n`;
}

function* steps(reader: Reader, changes: Iterable<LoggedRow>): Generator<string> {
	const met = new Set<string>();
	for (const { step_id: id } of changes) {
		if (met.has(id)) continue;
		met.add(id);
		yield `${JSON.stringify(findStepRow(reader, id))}\n`;
	}
}
