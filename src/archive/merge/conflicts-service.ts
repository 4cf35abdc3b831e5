import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { StampedTable } from '#archive/db/stamped-tables.ts';
import type { ArgumentOf } from '#shared/api/calls.ts';
import type { ConflictCalls } from '#shared/api/merge-api.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import type { WordedField, WordedKind, Wording, WordingConflict } from '#shared/domain/merge.ts';
import { message } from '#shared/messages/messages.ts';
import { type KeptWording, listKeptWordings, listKeptWordingsById, listWritings } from './conflicts-repository.ts';
import { findRow, type StoredRow } from './merge-repository.ts';
import { getMarkedWords, getNameForm } from './merged-things-repository.ts';

/** What holds each worded text, as people know it: the kind of thing and, for a part, the column of the thing's id. */
const kinds: Partial<Record<StampedTable, { kind: WordedKind; whole?: StampedTable; column?: string }>> = {
	archive: { kind: 'archive' },
	records: { kind: 'record' },
	annotations: { kind: 'annotation' },
	names: { kind: 'name' },
	name_forms: { kind: 'name', whole: 'names', column: 'name_id' },
	name_coordinates: { kind: 'name', whole: 'names', column: 'name_id' },
	events: { kind: 'event' },
	event_relations: { kind: 'event', whole: 'events', column: 'event_id' },
	collections: { kind: 'collection' },
	saved_searches: { kind: 'saved-search' },
	wanted_sources: { kind: 'record', whole: 'records', column: 'record_id' },
	quote_folders: { kind: 'quote-folder' },
	quotes: { kind: 'quote' },
	descriptions: { kind: 'record', whole: 'records', column: 'record_id' },
};
const lists: readonly string[] = ['creators', 'dates', 'languages', 'withheld_names'];
/** Without these a thing cannot be found again. */
const needed: readonly string[] = ['title', 'name'];

/** A kept wording with the row it belongs to. */
interface Kept {
	wording: KeptWording;
	table: StampedTable;
	row: StoredRow;
}

/** Texts that two people worded without having seen each other's: both stay, side by side, until someone settles them. */
export class ConflictsService {
	readonly #database: ArchiveDatabase;

	constructor(database: ArchiveDatabase) {
		this.#database = database;
	}

	list(): WordingConflict[] {
		const { reader } = this.#database;
		return listKeptWordings(reader).flatMap((wording) => {
			const kept = this.#withRow(wording);
			return kept && kept.row[wording.columnName] !== wording.wording ? [this.#describe(kept)] : [];
		});
	}

	settle({ ids, text, revision }: ArgumentOf<ConflictCalls['settle']>): void {
		const all = listKeptWordingsById(this.#database.reader, ids).map((wording) => this.#withRow(wording));
		const [first] = all;
		if (!first || all.length < ids.length) throw new AppError('not-found', { what: ids.join(', ') });
		const { table, row, wording } = first;
		const isOfOne = all.every((kept) => kept?.row.id === row.id && kept.wording.columnName === wording.columnName);
		if (!isOfOne) throw new AppError('invalid-input', { reason: 'wordings of several texts' });
		if (row.revision !== revision) throw new AppError('conflict');
		const column = wording.columnName;
		checkText(column, text, [String(row[column]), ...all.map((kept) => kept?.wording.wording ?? '')]);
		this.#database.step('conflictSettled', (step) => {
			// Subtle: before the text is written. A writing that is later than the settling can come into conflict again.
			for (const id of ids) step.remove('kept_wordings', id);
			if (row[column] === text) return;
			const changedAt = table === 'annotations' ? { changed_at: step.at } : {};
			step.update(table, row.id, { [column]: text, ...changedAt } as never);
		});
	}

	#withRow(wording: KeptWording): Kept | null {
		const table = wording.ownerTable as StampedTable;
		if (!kinds[table]) return null;
		const row = findRow(this.#database.reader, table, wording.ownerId);
		if (!row || row.deleted_clock !== null || !this.#isOnLiveRecord(row)) return null;
		return { wording, table, row };
	}

	#isOnLiveRecord({ record_id: recordId }: StoredRow): boolean {
		if (typeof recordId !== 'string') return true;
		return findRow(this.#database.reader, 'records', recordId)?.deleted_clock === null;
	}

	#describe({ wording, table, row }: Kept): WordingConflict {
		const { id, columnName, author, writtenAt } = wording;
		const { kind = 'record', whole = table, column } = kinds[table] ?? {};
		const ownerId = column === undefined ? row.id : String(row[column]);
		const recordId = table === 'records' ? row.id : row.record_id;
		return {
			...{ id, kind, ownerId, title: this.#title(whole, ownerId) },
			...(typeof recordId === 'string' && { recordId: recordId as RecordId }),
			field: columnName as WordedField,
			isList: lists.includes(columnName),
			standing: this.#standing(row, columnName),
			kept: { text: wording.wording, author, at: writtenAt },
			revision: row.revision,
		};
	}

	#standing(row: StoredRow, column: string): Wording {
		const text = String(row[column]);
		const writing = listWritings(this.#database.reader, row.id).findLast(
			({ after }) => (JSON.parse(after) as StoredRow)[column] !== undefined,
		);
		return { text, author: writing?.author ?? '', at: writing?.at ?? '' };
	}

	#title(table: StampedTable, id: string): string {
		const { reader } = this.#database;
		if (table === 'names') return getNameForm(reader, id) ?? '';
		const row = findRow(reader, table, id);
		if (table !== 'annotations') return String(row?.title ?? row?.name ?? row?.exact ?? '');
		const record = findRow(reader, 'records', String(row?.record_id));
		return getMarkedWords(reader, id) ?? String(record?.title ?? '');
	}
}

function checkText(column: string, text: string, known: readonly string[]): void {
	if (lists.includes(column) && !known.includes(text))
		throw new AppError('invalid-input', { reason: 'a list that is neither of the two' });
	if (needed.includes(column) && text.trim() === '')
		throw new AppError('invalid-input', { reason: message('conflicts.reason.empty') });
}
