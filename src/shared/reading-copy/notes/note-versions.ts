import type { Annotation, Purpose } from '../../domain/annotation.ts';
import type { AnnotationVersion } from '../../domain/annotation-version.ts';
import type { AnnotationId } from '../../domain/ids.ts';
import type { NoteLog } from './note-log.ts';
import type { NoteChange } from './note-step.ts';

/** @param inCopy as it was when the copy was made; undefined for one that was made since */
export function listVersions(
	log: Pick<NoteLog, 'steps' | 'find'>,
	id: AnnotationId,
	inCopy: Annotation | undefined,
): AnnotationVersion[] {
	const versions = log.steps.flatMap(({ at, author, label, kind, changes }) => {
		const version: AnnotationVersion = { at, author, label, kind };
		for (const change of changes) addChange(version, change, log, id);
		return Object.keys(version).length > 4 ? [version] : [];
	});
	return [...(inCopy ? [firstVersion(inCopy)] : []), ...versions].reverse();
}

function firstVersion({ changedAt, author, purpose, body, isResolved, tags }: Annotation): AnnotationVersion {
	const version = {
		at: changedAt,
		author,
		label: 'annotationAdded',
		kind: 'setup' as const,
		purpose,
		body,
		isResolved,
	};
	return tags.length > 0 ? { ...version, tagsAdded: [...tags] } : version;
}

function addChange(
	version: AnnotationVersion,
	{ table, rowId, after }: NoteChange,
	log: Pick<NoteLog, 'find'>,
	id: AnnotationId,
): void {
	const isRemoved = typeof after.deleted_clock === 'string';
	if (table === 'annotations' && rowId === id) {
		if (after.purpose !== undefined) version.purpose = after.purpose as Purpose;
		if (after.body !== undefined) version.body = String(after.body);
		if (after.is_resolved !== undefined) version.isResolved = after.is_resolved === 1;
		if (after.deleted_clock !== undefined) version.isRemoved = isRemoved;
	}
	const tagging = table === 'taggings' ? log.find(table, rowId) : undefined;
	if (tagging?.values.owner_id !== id) return;
	const name = String(log.find('tags', String(tagging.values.tag_id))?.values.name ?? '');
	if (isRemoved) version.tagsRemoved = [...(version.tagsRemoved ?? []), name];
	else version.tagsAdded = [...(version.tagsAdded ?? []), name];
}
