import type { Annotation, Purpose } from '../../domain/annotation.ts';
import { annotationStep } from '../../domain/annotation-steps.ts';
import type { AnnotationVersion } from '../../domain/annotation-version.ts';
import { firstWords } from '../../domain/first-words.ts';
import type { AnnotationId } from '../../domain/ids.ts';
import type { NoteLog } from './note-log.ts';
import type { NoteChange, NoteValues } from './note-step.ts';

/** As they were when the copy was made. */
interface NotesInCopy {
	/** Undefined for one that was made since. */
	annotation: Annotation | undefined;
	replies: readonly Annotation[];
}

export function listVersions(
	log: Pick<NoteLog, 'steps' | 'find'>,
	id: AnnotationId,
	{ annotation, replies }: NotesInCopy,
): AnnotationVersion[] {
	const versions = log.steps.flatMap(({ at, author, label, kind, changes }) => {
		const version: AnnotationVersion = { at, author, label, kind };
		for (const change of changes) addChange(version, change, log, id);
		return Object.keys(version).length > 4 ? [version] : [];
	});
	return [...(annotation ? [firstVersion(annotation, replies)] : []), ...versions].reverse();
}

function firstVersion(annotation: Annotation, replies: readonly Annotation[]): AnnotationVersion {
	const { changedAt: at, author, purpose, body, isResolved, tags } = annotation;
	return {
		...{ at, author, label: annotationStep('added', purpose), kind: 'setup', purpose, body, isResolved },
		...(tags.length > 0 && { tagsAdded: [...tags] }),
		...(replies.length > 0 && { repliesAdded: replies.map((reply) => firstWords(reply.body)) }),
	};
}

function addChange(version: AnnotationVersion, change: NoteChange, log: Pick<NoteLog, 'find'>, id: AnnotationId): void {
	const { table, rowId, after } = change;
	const isRemoved = typeof after.deleted_clock === 'string';
	if (table === 'annotations' && rowId === id) {
		if (after.purpose !== undefined) version.purpose = after.purpose as Purpose;
		if (after.body !== undefined) version.body = String(after.body);
		if (after.is_resolved !== undefined) version.isResolved = after.is_resolved === 1;
		if (after.deleted_clock !== undefined) version.isRemoved = isRemoved;
	}
	if (table === 'annotations' && rowId !== id) addReply(version, change, log, id);
	const tagging = table === 'taggings' ? log.find(table, rowId) : undefined;
	if (tagging?.values.owner_id !== id) return;
	const name = String(log.find('tags', String(tagging.values.tag_id))?.values.name ?? '');
	if (isRemoved) version.tagsRemoved = [...(version.tagsRemoved ?? []), name];
	else version.tagsAdded = [...(version.tagsAdded ?? []), name];
}

/** What is changed in a reply stands in its own history. */
function addReply(
	version: AnnotationVersion,
	{ rowId, before, after }: NoteChange,
	log: Pick<NoteLog, 'find'>,
	id: AnnotationId,
): void {
	const { values } = log.find('annotations', rowId) ?? { values: {} as NoteValues };
	if (values.reply_to_id !== id || (before !== null && after.deleted_clock === undefined)) return;
	const words = firstWords(String(values.body ?? ''));
	if (typeof after.deleted_clock === 'string') version.repliesRemoved = [...(version.repliesRemoved ?? []), words];
	else version.repliesAdded = [...(version.repliesAdded ?? []), words];
}
