import type { Reader } from '#archive/db/connection.ts';
import type { Step } from '#archive/db/step.ts';
import type { EditionId, MentionId, NameId, RecordId } from '#shared/domain/ids.ts';
import type { Mention, Verdict } from '#shared/domain/mention.ts';

export interface MentionRow extends Omit<Mention, 'place'> {
	id: MentionId;
	/** The edition that the record shows; null while it has none. */
	shownEditionId: EditionId | null;
	lineageId: string;
	/** ¶ number where it was judged. */
	number: number | null;
}

/** What was judged for these names, oldest first; records in the bin left out. */
export function listMentions(reader: Reader, nameIds: readonly NameId[]): MentionRow[] {
	return reader.all<MentionRow>(
		`SELECT m.id, m.name_id AS nameId, m.record_id AS recordId, m.edition_id AS editionId, m.ordinal, m.verdict, m.words,
			m.author, m.judged_at AS judgedAt, r.edition_id AS shownEditionId, b.lineage_id AS lineageId, b.number
		FROM mentions m
		JOIN records r ON r.id = m.record_id AND r.deleted_clock IS NULL
		JOIN blocks b ON b.edition_id = m.edition_id AND b.ordinal = m.ordinal
		WHERE m.deleted_clock IS NULL AND m.name_id IN (SELECT value FROM json_each(?))
		ORDER BY m.judged_at, m.id`,
		JSON.stringify(nameIds),
	);
}

/** Which names somebody confirmed in which records, those in the bin too; a pair once for each passage. */
export function listConfirmed(reader: Reader): { recordId: RecordId; nameId: NameId }[] {
	return reader.all(
		`SELECT record_id AS recordId, name_id AS nameId FROM mentions
		WHERE deleted_clock IS NULL AND verdict = 'confirmed' ORDER BY id`,
	);
}

/** This name and all that were merged into it, by however many steps. */
export function listNamesWithin(reader: Reader, id: NameId): NameId[] {
	return reader
		.all<{ id: NameId }>(
			`WITH RECURSIVE within (id) AS (
				VALUES (?)
				UNION SELECT n.id FROM names n JOIN within w ON n.merged_into_id = w.id WHERE n.deleted_clock IS NOT NULL
			)
			SELECT id FROM within`,
			id,
		)
		.map((row) => row.id);
}

/** The passage at a place of a record; undefined where there is none. */
export function findPassage(
	reader: Reader,
	{ recordId, editionId, ordinal }: { recordId: RecordId; editionId: EditionId; ordinal: number },
): { lineageId: string; text: string } | undefined {
	return reader.get<{ lineageId: string; text: string }>(
		`SELECT b.lineage_id AS lineageId, b.text FROM blocks b JOIN editions e ON e.id = b.edition_id
		WHERE b.edition_id = ? AND b.ordinal = ? AND b.text <> '' AND e.record_id = ?`,
		editionId,
		ordinal,
		recordId,
	);
}

/** Ids of what was judged of one passage, for any of these names. */
export function listMentionsOf(reader: Reader, nameIds: readonly NameId[], lineageId: string): MentionId[] {
	return reader
		.all<{ id: MentionId }>(
			`SELECT m.id FROM mentions m JOIN blocks b ON b.edition_id = m.edition_id AND b.ordinal = m.ordinal
			WHERE m.deleted_clock IS NULL AND b.lineage_id = ? AND m.name_id IN (SELECT value FROM json_each(?))`,
			lineageId,
			JSON.stringify(nameIds),
		)
		.map(({ id }) => id);
}

export interface NewMention {
	nameId: NameId;
	recordId: RecordId;
	editionId: EditionId;
	ordinal: number;
	verdict: Verdict;
	words: string;
	author: string;
}

export function putMention(step: Step, id: MentionId, mention: NewMention): void {
	const { nameId, recordId, editionId, ordinal, verdict, words, author } = mention;
	const written = { ...{ ordinal, verdict, words, author }, judged_at: step.at };
	step.insert('mentions', id, { name_id: nameId, record_id: recordId, edition_id: editionId, ...written });
}

export function deleteMention(step: Step, id: MentionId): void {
	step.remove('mentions', id);
}
