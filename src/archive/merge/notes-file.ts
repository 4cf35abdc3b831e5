import { createFile } from '#archive/db/archive-file.ts';
import type { Connection, Reader } from '#archive/db/connection.ts';
import { readTextFile } from '#archive/transfer/annotation-file.ts';
import { parseJson } from '#archive/transfer/web-annotation/json-guard.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import type { NoteStep } from '#shared/reading-copy/notes/note-step.ts';
import { type NotesHistory, readHistory } from '#shared/reading-copy/notes/notes-file.ts';
import { OtherArchive } from './other-archive.ts';
import { placedNotes } from './placed-notes.ts';

/**
 * The notes of a reading copy, or of a side file, as an archive to merge: one in memory that holds their log and nothing else, since a merge
 * reads the log. Notes on what is no longer in this archive are left out, and counted. Throws unreadable-file for what is no
 * such file, and invalid-input where notes are of another archive, and where all of them are on what is gone.
 *
 * @param name as the person knows the file
 */
export async function openNotesFile(path: string, name: string, own: Reader): Promise<OtherArchive> {
	return openPlacedNotes(await readNotesFile(path, name), name, own);
}

/** The same for notes that were read before. */
export function openPlacedNotes(history: NotesHistory, name: string, own: Reader): OtherArchive {
	const placed = placedNotes(history, own);
	// Where none has its place, the file is refused as a whole.
	return placed.history.steps.length === 0
		? openNotes(history, name, own)
		: openNotes(placed.history, name, own, placed.goneCount);
}

/** Throws unreadable-file for what is no file of notes. */
export async function readNotesFile(path: string, name: string): Promise<NotesHistory> {
	return parseNotes(await readTextFile(path, name), name);
}

/** Throws unreadable-file for what is no text of such a file. */
export function parseNotes(text: string, name: string): NotesHistory {
	const history = readHistory(parseJson(text, name));
	if (!history) throw new AppError('unreadable-file', { file: name, reason: message('merge.reason.noHistory') });
	return history;
}

/** All of them, or none: throws invalid-input also where one is on what is not here. */
export function openNotes(history: NotesHistory, name: string, own: Reader, goneCount = 0): OtherArchive {
	checkPlaces(history, own);
	const connection = createFile(':memory:');
	try {
		// What the log speaks of is in the other archive.
		connection.pragma('foreign_keys = OFF');
		fill(connection, history, name);
		return new OtherArchive(connection, name, { goneCount, close: () => connection.close() });
	} catch (error) {
		connection.close();
		throw error;
	}
}

function checkPlaces({ archiveId, steps }: NotesHistory, own: Reader): void {
	if (!own.get('SELECT 1 FROM archive WHERE id = ?', archiveId)) throw refused('merge.reason.otherArchive');
	const isHere = (table: 'records' | 'editions', id: unknown) =>
		own.get(`SELECT 1 FROM ${table} WHERE id = ?`, String(id)) !== undefined;
	for (const { changes, targets } of steps) {
		const records = changes.flatMap(({ table, after }) => (table === 'annotations' ? (after.record_id ?? []) : []));
		const areHere =
			records.every((id) => isHere('records', id)) && targets.every(({ editionId }) => isHere('editions', editionId));
		if (!areHere) throw refused('merge.reason.placesGone');
	}
}

function refused(reason: 'merge.reason.otherArchive' | 'merge.reason.placesGone'): AppError {
	return new AppError('invalid-input', { reason: message(reason) });
}

function fill(connection: Connection, { archiveId, knowledge, steps }: NotesHistory, title: string): void {
	connection.transaction(() => {
		connection.run(
			`INSERT INTO archive (id, title, created_at, clock, revision, deleted_clock) VALUES (?, ?, '', '', 1, NULL)`,
			...[archiveId, title],
		);
		for (const { replicaId, clock, knownReplicaId, knownClock } of knowledge)
			connection.run(
				'INSERT OR REPLACE INTO known_changes (replica_id, clock, known_replica_id, known_clock) VALUES (?, ?, ?, ?)',
				...[replicaId, clock, knownReplicaId, knownClock],
			);
		for (const step of steps) addStep(connection, step);
	});
}

function addStep(connection: Connection, { changes, targets, regions = [], ...step }: NoteStep): void {
	connection.run(
		'INSERT OR IGNORE INTO steps (id, replica_id, label, kind, status, at, author) VALUES (?, ?, ?, ?, ?, ?, ?)',
		...[step.id, step.replicaId, step.label, step.kind, step.status, step.at, step.author],
	);
	for (const { clock, previousClock, table, rowId, before, after } of changes)
		connection.run(
			`INSERT INTO changes (step_id, clock, previous_clock, table_name, row_id, before, after)
			VALUES (?, ?, ?, ?, ?, ?, ?)`,
			...[step.id, clock, previousClock, table, rowId, before && JSON.stringify(before), JSON.stringify(after)],
		);
	for (const { annotationId, number: _number, quoted: _quoted, ...target } of targets)
		connection.run(
			`INSERT OR IGNORE INTO annotation_targets (annotation_id, edition_id, start_ordinal, start_offset, end_ordinal,
				end_offset, exact, prefix, suffix) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
			...[annotationId, target.editionId, target.startOrdinal, target.startOffset, target.endOrdinal],
			...[target.endOffset, target.exact, target.prefix, target.suffix],
		);
	for (const { annotationId, originalSha256, page, x, y, width, height } of regions)
		connection.run(
			`INSERT OR IGNORE INTO annotation_regions (annotation_id, original_sha256, page, x, y, width, height)
			VALUES (?, ?, ?, ?, ?, ?, ?)`,
			...[annotationId, originalSha256, page, x, y, width, height],
		);
}
