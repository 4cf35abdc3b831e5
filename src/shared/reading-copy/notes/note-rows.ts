import type { Annotation } from '../../domain/annotation.ts';
import type { Clock } from '../../domain/clock.ts';
import { taggingId, tagsById } from '../../domain/tag-names.ts';
import type { NoteRow } from './note-step.ts';

/** What stands for an annotation of the copy in the tables of an archive. */
export function* rowsOf(annotation: Annotation): Generator<NoteRow> {
	const { id, recordId, purpose, body, isResolved, author, replyToId, createdAt, changedAt } = annotation;
	const { clock, revision, tags } = annotation;
	yield {
		table: 'annotations',
		id,
		clock,
		revision,
		deletedClock: null,
		values: {
			...{ record_id: recordId, purpose, body, is_resolved: isResolved ? 1 : 0, author },
			...{ reply_to_id: replyToId, created_at: createdAt, changed_at: changedAt },
		},
	};
	for (const [tagId, name] of tagsById(tags)) {
		yield tagRow('tags', tagId, clock, { name });
		const values = { tag_id: tagId, owner_kind: 'annotation', owner_id: id };
		yield tagRow('taggings', taggingId(tagId, 'annotation', id), clock, values);
	}
}

/** Of these the copy does not hold when they were written; nothing asks for it. */
function tagRow(table: 'tags' | 'taggings', id: string, clock: Clock, values: NoteRow['values']): NoteRow {
	return { table, id, clock, revision: 1, deletedClock: null, values };
}
