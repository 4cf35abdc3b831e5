import type { Reader } from '#archive/db/connection.ts';
import type { AnnotationVersion } from '#shared/domain/annotation.ts';
import type { AnnotationId } from '#shared/domain/ids.ts';

/** A logged change of an annotation or of one of its taggings. */
export interface AnnotationChangeRow extends Pick<AnnotationVersion, 'at' | 'label' | 'kind' | 'author'> {
	stepId: string;
	/** JSON of the columns after it. */
	after: string;
	/** The tag's name; null for a change of the annotation itself. */
	tag: string | null;
}

/** In the order in which they were made. Steps of before authors were kept are signed with the annotation's. */
export function listChangesOf(reader: Reader, id: AnnotationId): AnnotationChangeRow[] {
	return reader.all<AnnotationChangeRow>(
		`SELECT c.step_id AS stepId, s.at, s.label, s.kind, c.after, tags.name AS tag,
			coalesce(nullif(s.author, ''), iif(c.before IS NULL, a.author, '')) AS author
		FROM changes c JOIN steps s ON s.id = c.step_id JOIN annotations a ON a.id = ?
		LEFT JOIN taggings t ON c.table_name = 'taggings' AND t.id = c.row_id LEFT JOIN tags ON tags.id = t.tag_id
		WHERE c.row_id = ? OR c.row_id IN (SELECT id FROM taggings WHERE owner_id = ? AND owner_kind = 'annotation')
		ORDER BY c.number`,
		id,
		id,
		id,
	);
}
