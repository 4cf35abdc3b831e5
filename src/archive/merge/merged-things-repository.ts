import type { Reader } from '#archive/db/connection.ts';

/** The words that an annotation was made on. */
export function getMarkedWords(reader: Reader, annotationId: string): string | undefined {
	return reader.get<{ exact: string }>('SELECT exact FROM annotation_targets WHERE annotation_id = ?', annotationId)
		?.exact;
}

/** The first form of a name. */
export function getNameForm(reader: Reader, nameId: string): string | undefined {
	return reader.get<{ text: string }>(
		'SELECT text FROM name_forms WHERE name_id = ? AND deleted_clock IS NULL ORDER BY ordinal, id LIMIT 1',
		nameId,
	)?.text;
}

export function getRecordOfEdition(reader: Reader, editionId: string): string | undefined {
	return reader.get<{ id: string }>('SELECT record_id AS id FROM editions WHERE id = ?', editionId)?.id;
}
