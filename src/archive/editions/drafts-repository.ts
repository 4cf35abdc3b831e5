import type { Reader, Writer } from '#archive/db/connection.ts';
import type { DraftSubject, TextDraft } from '#shared/domain/text-draft.ts';

export function findDraft(reader: Reader, { recordId, about }: DraftSubject): TextDraft | undefined {
	return reader.get<TextDraft>(
		`SELECT record_id AS recordId, about, text, language, base_edition_id AS baseEditionId,
			translation_id AS translationId, saved_at AS savedAt
		FROM text_drafts WHERE record_id = ? AND about = ?`,
		recordId,
		about,
	);
}

/** False where there is no such record. */
export function putDraft(writer: Writer, draft: TextDraft): boolean {
	const written = writer.run(
		`INSERT OR REPLACE INTO text_drafts (record_id, about, text, language, base_edition_id, translation_id, saved_at)
		SELECT id, ?, ?, ?, ?, ?, ? FROM records WHERE id = ?`,
		...[
			draft.about,
			draft.text,
			draft.language,
			draft.baseEditionId,
			draft.translationId,
			draft.savedAt,
			draft.recordId,
		],
	);
	return written > 0;
}

export function deleteDraft(writer: Writer, { recordId, about }: DraftSubject): void {
	writer.run('DELETE FROM text_drafts WHERE record_id = ? AND about = ?', recordId, about);
}
