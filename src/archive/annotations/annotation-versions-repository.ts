import type { Reader } from '#archive/db/connection.ts';
import type { AnnotationVersion } from '#shared/domain/annotation-version.ts';
import type { AnnotationId, EditionId } from '#shared/domain/ids.ts';
import type { LinkType } from '#shared/domain/link.ts';

/** A logged change of an annotation, or of what hangs on it. */
export interface AnnotationChangeRow extends Pick<AnnotationVersion, 'at' | 'label' | 'kind' | 'author'> {
	stepId: string;
	rowId: string;
	/** What the row is: the annotation itself, a tag on it, a reply to it, a link with it at one end, or its place in an edition. */
	subject: 'own' | 'tag' | 'reply' | 'link' | 'place';
	/** JSON of the columns after it. */
	after: string;
	/** The tag's name, the reply's note, the title of what the link leads to; null for the others. */
	title: string | null;
	/** Of a link. */
	linkType: LinkType | null;
	isOutgoing: number | null;
	/** The edition of a place. */
	editionId: EditionId | null;
}

/** In the order in which they were made. Steps of before authors were kept are signed with the annotation's. */
export function listChangesOf(reader: Reader, id: AnnotationId): AnnotationChangeRow[] {
	return reader.all<AnnotationChangeRow>(
		`WITH asked (id) AS (VALUES (?)), parts (row_id, subject, title, link_type, is_outgoing, edition_id) AS (
			SELECT id, 'own', NULL, NULL, NULL, NULL FROM asked
			UNION ALL
			SELECT t.id, 'tag', tags.name, NULL, NULL, NULL FROM asked
			JOIN taggings t ON t.owner_id = asked.id AND t.owner_kind = 'annotation' JOIN tags ON tags.id = t.tag_id
			UNION ALL
			SELECT r.id, 'reply', r.body, NULL, NULL, NULL FROM asked JOIN annotations r ON r.reply_to_id = asked.id
			UNION ALL
			SELECT p.id, 'place', NULL, NULL, NULL, p.edition_id FROM asked JOIN placements p ON p.annotation_id = asked.id
			UNION ALL
			SELECT l.id, 'link', ${titleOf('l.to_kind', 'l.to_id')}, l.type, 1, NULL FROM asked
			JOIN links l ON l.from_id = asked.id AND l.from_kind = 'annotation'
			UNION ALL
			SELECT l.id, 'link', ${titleOf('l.from_kind', 'l.from_id')}, l.type, 0, NULL FROM asked
			JOIN links l ON l.to_id = asked.id AND l.to_kind = 'annotation'
		)
		SELECT c.step_id AS stepId, c.row_id AS rowId, s.at, s.label, s.kind, c.after, parts.subject, parts.title,
			parts.link_type AS linkType, parts.is_outgoing AS isOutgoing, parts.edition_id AS editionId,
			coalesce(nullif(s.author, ''), iif(c.before IS NULL AND subject = 'own', a.author, '')) AS author
		FROM parts JOIN changes c ON c.row_id = parts.row_id JOIN steps s ON s.id = c.step_id
		JOIN annotations a ON a.id IN (SELECT id FROM asked)
		ORDER BY c.number`,
		id,
	);
}

/** SQL of what an end of a link is called. */
function titleOf(kind: string, id: string): string {
	return `CASE ${kind} WHEN 'record' THEN (SELECT title FROM records WHERE id = ${id})
		WHEN 'event' THEN (SELECT title FROM events WHERE id = ${id})
		WHEN 'name' THEN (SELECT text FROM name_forms WHERE name_id = ${id} AND deleted_clock IS NULL ORDER BY ordinal LIMIT 1)
		ELSE (SELECT coalesce(nullif(o.body, ''), t.exact) FROM annotations o
			LEFT JOIN annotation_targets t ON t.annotation_id = o.id WHERE o.id = ${id}) END`;
}
