import type { AnnotationsChange } from '../../api/annotations-api.ts';
import type { Annotation, AnnotationFields, AnnotationTarget, Purpose } from '../../domain/annotation.ts';
import { annotationStep, removalStep } from '../../domain/annotation-steps.ts';
import type { AnnotationVersion } from '../../domain/annotation-version.ts';
import { AppError } from '../../domain/app-error.ts';
import type { AnnotationId, RecordId, TagId } from '../../domain/ids.ts';
import { changedTags, taggingId, tagsById } from '../../domain/tag-names.ts';
import { inTextOrder } from '../../domain/text-order.ts';
import { NoteLog, type NoteLogOptions } from './note-log.ts';
import { rowsOf } from './note-rows.ts';
import type { NoteRow, NoteStep, NoteTable, NoteValues } from './note-step.ts';
import { listVersions } from './note-versions.ts';
import type { NoteWriter } from './note-writer.ts';

/** Those that changed or are gone, and the records they stand on. */
export interface ChangedNotes {
	ids: AnnotationId[];
	recordIds: RecordId[];
}

export interface NoteBookOptions extends Omit<NoteLogOptions, 'rows'> {
	/** Those of the copy. */
	annotations: readonly Annotation[];
	/** Called after each step with what it touched. */
	onChange(changed: ChangedNotes): void;
}

/** An annotation as it is to be made; where it stands was read from the text. */
export interface NewNote {
	id: AnnotationId;
	recordId: RecordId;
	target: AnnotationTarget | null;
	/** ¶ number of the first passage that it stands on. */
	number: number | null;
	quoted?: string;
	fields: AnnotationFields;
	replyToId?: AnnotationId;
}

/** What `NewNote` says of a place that no row holds. */
type Placed = Pick<Annotation, 'target' | 'region' | 'origin' | 'place' | 'placement' | 'number' | 'quoted'>;

/** The annotations of a reading copy, and those that its reader makes; as the archive's own service has them. */
export class NoteBook {
	readonly log: NoteLog;
	readonly #inCopy: ReadonlyMap<AnnotationId, Annotation>;
	readonly #placed = new Map<AnnotationId, Placed>();
	readonly #tagIds = new Map<AnnotationId, Set<TagId>>();
	readonly #onChange: NoteBookOptions['onChange'];

	constructor({ annotations, onChange, ...options }: NoteBookOptions) {
		this.#inCopy = new Map(annotations.map((annotation) => [annotation.id, annotation]));
		for (const annotation of annotations) this.#placed.set(annotation.id, annotation);
		this.log = new NoteLog({ ...options, rows: annotations.flatMap((annotation) => [...rowsOf(annotation)]) });
		for (const { annotationId, number, quoted, ...target } of options.steps.flatMap(({ targets }) => targets))
			this.#placed.set(annotationId, placedOn(target, number, quoted));
		for (const { values } of this.log.rowsOf('taggings')) this.#rememberTagging(values);
		this.#onChange = onChange;
	}

	/** In the order of the text; all of the copy's without `recordId`, newest first. */
	list(recordId?: RecordId): Annotation[] {
		const live = this.log.rowsOf('annotations').filter(isLive);
		if (recordId === undefined) return live.map((row) => this.#read(row)).sort(newestFirst);
		return inTextOrder(live.filter(({ values }) => values.record_id === recordId).map((row) => this.#read(row)));
	}

	/** Those of them that are there, in no order. */
	some(ids: readonly AnnotationId[]): Annotation[] {
		const rows = ids.flatMap((id) => this.log.find('annotations', id) ?? []);
		return rows.filter(isLive).map((row) => this.#read(row));
	}

	/** Throws not-found. */
	get(id: AnnotationId): Annotation {
		const row = this.log.find('annotations', id);
		if (!row || !isLive(row)) throw new AppError('not-found', { what: id });
		return this.#read(row);
	}

	/** Gives the one that is there when the call is a repeated one; `conflict` when that was removed meanwhile. */
	add({ id, recordId, target, number, quoted, fields, replyToId }: NewNote): Annotation {
		const known = this.log.find('annotations', id);
		if (known && isLive(known)) return this.#read(known);
		if (known) throw new AppError('conflict');
		if (replyToId && this.get(replyToId).recordId !== recordId)
			throw new AppError('invalid-input', { reason: 'the reply is to a note on another record' });
		const { tags, purpose, body, isResolved } = fields;
		this.#placed.set(id, placedOn(target, number, quoted));
		this.#step(replyToId ? 'replyAdded' : annotationStep('added', purpose), (step) => {
			step.insert('annotations', id, {
				...{ record_id: recordId, purpose, body, is_resolved: isResolved ? 1 : 0, author: step.author },
				...{ reply_to_id: replyToId ?? null, created_at: step.at, changed_at: step.at },
			});
			if (target) step.addTarget({ annotationId: id, number, ...withQuoted(quoted), ...target });
			this.#replaceTags(step, id, tags);
		});
		return this.get(id);
	}

	/** `conflict` when `revision` is not the stored one; values that are there already make no step. */
	update(id: AnnotationId, revision: number, fields: Partial<AnnotationFields>): Annotation {
		const stored = this.get(id);
		if (stored.revision !== revision) throw new AppError('conflict');
		if (isChange(stored, fields)) {
			const label = annotationStep('changed', fields.purpose ?? stored.purpose);
			this.#step(label, (step) => this.#change(step, stored, fields));
		}
		return this.get(id);
	}

	/** Changes many alike, as one step; those that are gone are passed over. Gives how many changed. */
	change(ids: readonly AnnotationId[], { addTags = [], removeTags = [], ...own }: AnnotationsChange): number {
		const changing = ids
			.map((id) => this.log.find('annotations', id))
			.filter((row) => row !== undefined)
			.filter(isLive)
			.map((row) => this.#read(row))
			.map((stored) => ({ stored, fields: { ...own, tags: changedTags(stored.tags, addTags, removeTags) } }))
			.filter(({ stored, fields }) => isChange(stored, fields));
		if (changing.length === 0) return 0;
		this.#step('annotationsChanged', (step) => {
			for (const { stored, fields } of changing) this.#change(step, stored, fields);
		});
		return changing.length;
	}

	/** One step for all of them and the replies to them. */
	remove(ids: readonly AnnotationId[]): void {
		for (const id of ids) if (!this.log.find('annotations', id)) throw new AppError('not-found', { what: id });
		const removed = this.#withReplies(ids);
		this.#step(removalStep(this.some(ids)), (step) => {
			for (const id of removed) step.remove('annotations', id);
		});
	}

	/** Gives the label of what was taken back; null where there was nothing. */
	undo(): string | null {
		const label = this.log.state().undo;
		this.#tell(this.log.undo());
		return label;
	}

	redo(): string | null {
		const label = this.log.state().redo;
		this.#tell(this.log.redo());
		return label;
	}

	/** What was written in it, the last first: before the copy was made in one piece, since then step by step. */
	history(id: AnnotationId): AnnotationVersion[] {
		if (!this.log.find('annotations', id)) throw new AppError('not-found', { what: id });
		const replies = [...this.#inCopy.values()].filter(({ replyToId }) => replyToId === id);
		return listVersions(this.log, id, { annotation: this.#inCopy.get(id), replies });
	}

	/** Those that are here and were made or changed since the copy was made, in the order of their making. */
	listTouched(): Annotation[] {
		const changes = this.log.steps.flatMap((step) => step.changes);
		const ids = new Set(changes.map(({ table, rowId }) => this.#ownerOf(table, rowId)));
		return this.log
			.rowsOf('annotations')
			.filter((row) => isLive(row) && ids.has(row.id))
			.map((row) => this.#read(row));
	}

	#step(label: string, work: (step: NoteWriter) => void): void {
		this.#tell(this.log.step(label, work));
	}

	#tell(step: NoteStep | null): void {
		if (!step) return;
		for (const { table, rowId } of step.changes) {
			const row = this.log.find(table, rowId);
			if (table === 'taggings' && row) this.#rememberTagging(row.values);
		}
		const owners = new Set(step.changes.map(({ table, rowId }) => this.#ownerOf(table, rowId)));
		const records = [...owners].flatMap((id) => this.log.find('annotations', id)?.values.record_id ?? []);
		this.#onChange({
			ids: [...owners].filter((id) => id !== '') as AnnotationId[],
			recordIds: [...new Set(records as RecordId[])],
		});
	}

	/** The annotation that a row is, or is of; '' for a tag by itself. */
	#ownerOf(table: NoteTable, rowId: string): string {
		if (table === 'taggings') return String(this.log.find(table, rowId)?.values.owner_id ?? '');
		return table === 'annotations' ? rowId : '';
	}

	#change(step: NoteWriter, { id, revision }: Annotation, { tags, ...own }: Partial<AnnotationFields>): void {
		const values: Record<string, string | number> = { changed_at: step.at };
		if (own.purpose !== undefined) values.purpose = own.purpose;
		if (own.body !== undefined) values.body = own.body;
		if (own.isResolved !== undefined) values.is_resolved = own.isResolved ? 1 : 0;
		step.update('annotations', id, values, revision);
		if (tags) this.#replaceTags(step, id, tags);
	}

	#replaceTags(step: NoteWriter, id: AnnotationId, names: readonly string[]): void {
		const wanted = tagsById(names);
		for (const tagId of this.#tagIds.get(id) ?? []) {
			const tagging = taggingId(tagId, 'annotation', id);
			const row = this.log.find('taggings', tagging);
			if (row && isLive(row) && !wanted.delete(tagId)) step.remove('taggings', tagging);
		}
		for (const [tagId, name] of wanted) {
			const tag = this.log.find('tags', tagId);
			if (!tag || !isLive(tag)) step.insert('tags', tagId, { name });
			const values = { tag_id: tagId, owner_kind: 'annotation', owner_id: id };
			step.insert('taggings', taggingId(tagId, 'annotation', id), values);
		}
	}

	#rememberTagging({ tag_id: tagId, owner_id: ownerId }: NoteValues): void {
		const known = this.#tagIds.get(ownerId as AnnotationId) ?? new Set();
		this.#tagIds.set(ownerId as AnnotationId, known.add(tagId as TagId));
	}

	#read({ id, values, clock, revision }: NoteRow): Annotation {
		return {
			id: id as AnnotationId,
			recordId: values.record_id as RecordId,
			purpose: values.purpose as Purpose,
			body: String(values.body),
			isResolved: values.is_resolved === 1,
			author: String(values.author),
			replyToId: values.reply_to_id as AnnotationId | null,
			createdAt: String(values.created_at),
			changedAt: String(values.changed_at),
			clock,
			revision,
			tags: this.#tagNames(id as AnnotationId),
			...placeOf(this.#placed.get(id as AnnotationId) ?? placedOn(null, null)),
		};
	}

	/** By their names. */
	#tagNames(id: AnnotationId): string[] {
		const names = [...(this.#tagIds.get(id) ?? [])].flatMap((tagId) => {
			const tagging = this.log.find('taggings', taggingId(tagId, 'annotation', id));
			const tag = this.log.find('tags', tagId);
			return tagging && isLive(tagging) && tag ? [String(tag.values.name)] : [];
		});
		return names.sort((a, b) => (a < b ? -1 : 1));
	}

	#withReplies(ids: readonly AnnotationId[]): AnnotationId[] {
		const found = new Set<string>(ids);
		const live = this.log.rowsOf('annotations').filter(isLive);
		for (let size = -1; size !== found.size; ) {
			size = found.size;
			for (const { id, values } of live) if (found.has(String(values.reply_to_id))) found.add(id);
		}
		return live.flatMap(({ id }) => (found.has(id) ? [id as AnnotationId] : []));
	}
}

function isLive({ deletedClock }: NoteRow): boolean {
	return deletedClock === null;
}

function isChange(stored: Annotation, { tags, ...own }: Partial<AnnotationFields>): boolean {
	const isOther = Object.entries(own).some(([field, value]) => stored[field as keyof typeof own] !== value);
	return isOther || (tags !== undefined && !areSameTags(stored.tags, tags));
}

function areSameTags(some: readonly string[], others: readonly string[]): boolean {
	const [one, other] = [tagsById(some), tagsById(others)];
	return one.size === other.size && [...one.keys()].every((id) => other.has(id));
}

function placedOn(target: AnnotationTarget | null, number: number | null, quoted?: string): Placed {
	if (!target) return { target: null, region: null, origin: null, place: null, placement: 'placed', number: null };
	const { exact: _exact, prefix: _prefix, suffix: _suffix, ...place } = target;
	return { target, region: null, origin: null, place, placement: 'placed', number, ...withQuoted(quoted) };
}

function placeOf({ target, region, origin, place, placement, number, quoted }: Placed): Placed {
	return { target, region, origin, place, placement, number, ...withQuoted(quoted) };
}

function withQuoted(quoted: string | undefined): { quoted?: string } {
	return quoted === undefined ? {} : { quoted };
}

function newestFirst(a: Annotation, b: Annotation): number {
	return a.createdAt === b.createdAt ? (a.id < b.id ? 1 : -1) : a.createdAt < b.createdAt ? 1 : -1;
}
