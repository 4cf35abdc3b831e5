import type { Reader } from '#archive/db/connection.ts';
import type { AnnotationVersion, Purpose } from '#shared/domain/annotation.ts';
import type { AnnotationId } from '#shared/domain/ids.ts';
import { type AnnotationChangeRow, listChangesOf } from './annotation-versions-repository.ts';

/** The columns of an annotation that a change can hold. */
interface ChangedColumns {
	purpose?: Purpose;
	body?: string;
	is_resolved?: number;
	deleted_clock?: string | null;
}

/** What was written in an annotation, a step each, the last first: read from the change log, which keeps everything. */
export function listVersions(reader: Reader, id: AnnotationId): AnnotationVersion[] {
	const versions = new Map<string, AnnotationVersion>();
	for (const row of listChangesOf(reader, id)) {
		const { stepId, at, author, label, kind } = row;
		const version = versions.get(stepId) ?? { at, author, label, kind };
		versions.set(stepId, version);
		if (row.tag === null) addColumns(version, JSON.parse(row.after) as ChangedColumns);
		else addTag(version, row.tag, row);
	}
	return [...versions.values()].filter(saysSomething).reverse();
}

function addColumns(version: AnnotationVersion, after: ChangedColumns): void {
	if (after.purpose !== undefined) version.purpose = after.purpose;
	if (after.body !== undefined) version.body = after.body;
	if (after.is_resolved !== undefined) version.isResolved = after.is_resolved === 1;
	if (after.deleted_clock !== undefined) version.isRemoved = after.deleted_clock !== null;
}

function addTag(version: AnnotationVersion, tag: string, { after }: AnnotationChangeRow): void {
	const { deleted_clock: deleted = null } = JSON.parse(after) as ChangedColumns;
	if (deleted === null) version.tagsAdded = [...(version.tagsAdded ?? []), tag];
	else version.tagsRemoved = [...(version.tagsRemoved ?? []), tag];
}

/** A step may have touched the row alone, to say when it was changed. */
function saysSomething({ at: _at, author: _author, label: _label, kind: _kind, ...said }: AnnotationVersion): boolean {
	return Object.keys(said).length > 0;
}
