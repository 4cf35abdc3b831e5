import { isDeepStrictEqual } from 'node:util';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { Step } from '#archive/db/step.ts';
import type { TagsService } from '#archive/tags/tags-service.ts';
import type { AnnotationsChange } from '#shared/api/annotations-api.ts';
import type { Annotation, AnnotationFields, AnnotationTarget, TextRange } from '#shared/domain/annotation.ts';
import { annotationStep, removalStep } from '#shared/domain/annotation-steps.ts';
import type { AnnotationVersion } from '#shared/domain/annotation-version.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { AnnotationId, RecordId } from '#shared/domain/ids.ts';
import { isPageBox, type PageRegion } from '#shared/domain/page-box.ts';
import { changedTags } from '#shared/domain/tag-names.ts';
import { inTextOrder } from '#shared/domain/text-order.ts';
import { listVersions } from './annotation-versions.ts';
import {
	deleteAnnotation,
	findAnnotation,
	findRemains,
	hasAnnotation,
	insertAnnotation,
	isLiveRecord,
	isPartOf,
	listAnnotations,
	listAnnotationsById,
	listAnnotationsOf,
	listWithReplies,
	type StoredAnnotation,
	type UntaggedAnnotation,
	updateAnnotation,
} from './annotations-repository.ts';
import { type EditionReader, readTarget } from './edition-reader.ts';
import { QuotedTargets } from './quoted-targets.ts';

/** One that comes from a file: complete, but for what the file does not say. */
export interface BroughtAnnotation extends Omit<StoredAnnotation, 'createdAt' | 'changedAt'> {
	tags: readonly string[];
	createdAt: string | null;
	changedAt: string | null;
}

/** `same`: it was here already. `differs`: there is or was another one with its id, which is left as it is. */
export type Bringing = 'added' | 'same' | 'differs';

export interface NewAnnotation {
	id: AnnotationId;
	recordId: RecordId;
	range: TextRange | null;
	/** Instead of a range: a part of a page of one of the record's files. */
	region?: PageRegion;
	fields: AnnotationFields;
	replyToId?: AnnotationId;
	/** Of one that was made elsewhere: who made it, '' where that is not known, and when. */
	made?: { author: string; at: string | null };
}

/** What people mark and write on the texts. */
export class AnnotationsService {
	readonly #database: ArchiveDatabase;
	readonly #editions: EditionReader;
	readonly #quoted: QuotedTargets;
	readonly #tags: TagsService;
	readonly #author: () => string;

	/** @param author the name that new annotations are signed with, asked each time. */
	constructor(database: ArchiveDatabase, editions: EditionReader, tags: TagsService, author: () => string) {
		this.#database = database;
		this.#editions = editions;
		this.#quoted = new QuotedTargets(editions);
		this.#tags = tags;
		this.#author = author;
	}

	/**
	 * In the order of the text, notes on the whole record first and replies behind what they answer; without `recordId`
	 * all of the archive's but those of records in the bin, newest first.
	 */
	list({ recordId }: { recordId?: RecordId }): Annotation[] {
		const { reader } = this.#database;
		return this.#withTags(recordId ? inTextOrder(listAnnotationsOf(reader, recordId)) : listAnnotations(reader));
	}

	/** Those of them that are there, in no order. */
	some({ ids }: { ids: AnnotationId[] }): Annotation[] {
		return this.#withTags(listAnnotationsById(this.#database.reader, ids));
	}

	/**
	 * Gives the one that is there when the call is a repeated one; `conflict` when that was removed meanwhile. The target
	 * is read from the stored text, never from the client.
	 */
	add(made: NewAnnotation): Annotation {
		const known = findAnnotation(this.#database.reader, made.id);
		if (known) return this.#complete(known);
		const label = made.replyToId ? 'replyAdded' : annotationStep('added', made.fields.purpose);
		this.#database.step(label, (step) => this.addWithin(step, made));
		return this.get(made);
	}

	/** Adds one as part of `step`; its id must be new. */
	addWithin(step: Step, { id, recordId, range, region, fields, replyToId, made }: NewAnnotation): void {
		if (hasAnnotation(step.writer, id)) throw new AppError('conflict');
		if (!isLiveRecord(step.writer, recordId)) throw new AppError('not-found', { what: recordId });
		if (replyToId && this.get({ id: replyToId }).recordId !== recordId)
			throw new AppError('invalid-input', { reason: 'the reply is to a note on another record' });
		if (region) checkRegion(step, recordId, range, region);
		const { tags, ...own } = fields;
		insertAnnotation(step, {
			...own,
			id,
			recordId,
			target: range && readTarget(this.#editions, recordId, range),
			region: region ?? null,
			origin: null,
			author: made?.author ?? this.#author(),
			createdAt: made?.at ?? step.at,
			changedAt: made?.at ?? step.at,
			replyToId: replyToId ?? null,
		});
		this.#tags.replaceWithin(step, 'annotation', id, tags);
	}

	find(id: AnnotationId): Annotation | undefined {
		const stored = findAnnotation(this.#database.reader, id);
		return stored && this.#complete(stored);
	}

	/**
	 * Adds one that comes from a file, with its id, dates and author. Record, target and what it replies to are the
	 * caller's to answer for. What was removed here comes back.
	 */
	bringInWithin(step: Step, made: BroughtAnnotation): Bringing {
		const known = this.find(made.id);
		if (known) return this.#isSame(known, made) ? 'same' : 'differs';
		const remains = findRemains(step.writer, made.id);
		if (remains && !hasSamePlace(remains, made)) return 'differs';
		const { tags, ...own } = made;
		const createdAt = made.createdAt ?? made.changedAt ?? step.at;
		insertAnnotation(step, { ...own, createdAt, changedAt: made.changedAt ?? createdAt });
		this.#tags.replaceWithin(step, 'annotation', made.id, tags);
		return 'added';
	}

	/** `conflict` when `revision` is not the stored one; values that are there already make no step. */
	update({
		id,
		revision,
		fields,
	}: {
		id: AnnotationId;
		revision: number;
		fields: Partial<AnnotationFields>;
	}): Annotation {
		const stored = this.get({ id });
		if (stored.revision !== revision) throw new AppError('conflict');
		if (!this.#isChange(stored, fields)) return stored;
		this.#database.step(annotationStep('changed', fields.purpose ?? stored.purpose), (step) => {
			const { tags, ...own } = fields;
			updateAnnotation(step, id, { ...own, changedAt: step.at }, revision);
			if (tags) this.#tags.replaceWithin(step, 'annotation', id, tags);
		});
		return this.get({ id });
	}

	/** Changes many alike, as one step; what is that way already is left alone. Gives how many changed. */
	change({ ids, change }: { ids: AnnotationId[]; change: AnnotationsChange }): number {
		const { addTags = [], removeTags = [], ...own } = change;
		const changing = this.#withTags(listAnnotationsById(this.#database.reader, ids))
			.map((stored) => ({ stored, tags: changedTags(stored.tags, addTags, removeTags) }))
			.filter(({ stored, tags }) => this.#isChange(stored, { ...own, tags }));
		if (changing.length === 0) return 0;
		this.#database.step('annotationsChanged', (step) => {
			for (const { stored, tags } of changing) {
				updateAnnotation(step, stored.id, { ...own, changedAt: step.at }, stored.revision);
				this.#tags.replaceWithin(step, 'annotation', stored.id, tags);
			}
		});
		return changing.length;
	}

	/** What was done to it, the last first: words, tags, places, replies and links. Also of one that was removed. `not-found` for what never was. */
	history({ id }: { id: AnnotationId }): AnnotationVersion[] {
		if (!hasAnnotation(this.#database.reader, id)) throw new AppError('not-found', { what: id });
		return listVersions(this.#database.reader, this.#editions, id);
	}

	/** One undoable step for all of them and the replies to them; those that are gone already are passed over. */
	remove({ ids }: { ids: AnnotationId[] }): void {
		for (const id of ids) {
			if (!hasAnnotation(this.#database.reader, id)) throw new AppError('not-found', { what: id });
		}
		const label = removalStep(listAnnotationsById(this.#database.reader, ids));
		this.#database.step(label, (step) => {
			for (const id of listWithReplies(step.writer, ids)) deleteAnnotation(step, id);
		});
	}

	get({ id }: { id: AnnotationId }): Annotation {
		const stored = findAnnotation(this.#database.reader, id);
		if (!stored) throw new AppError('not-found', { what: id });
		return this.#complete(stored);
	}

	#complete(stored: UntaggedAnnotation): Annotation {
		const [quoted = null] = this.#quoted.wordsOfEach([setOtherwise(stored)]);
		return whole(stored, this.#tags.tagsOf('annotation', [stored.id]).get(stored.id)?.map(nameOf) ?? [], quoted);
	}

	#withTags(stored: readonly UntaggedAnnotation[]): Annotation[] {
		const ids = stored.map((annotation) => annotation.id);
		const tags = this.#tags.tagsOf('annotation', ids);
		const quoted = this.#quoted.wordsOfEach(stored.map(setOtherwise));
		return stored.map((annotation, at) =>
			whole(annotation, tags.get(annotation.id)?.map(nameOf) ?? [], quoted[at] ?? null),
		);
	}

	/** A file that does not say when something was made does not contradict what is here. */
	#isSame(known: Annotation, made: BroughtAnnotation): boolean {
		const written = ['purpose', 'body', 'isResolved', 'author', 'recordId', 'replyToId'] as const;
		return (
			written.every((field) => known[field] === made[field]) &&
			[null, known.createdAt].includes(made.createdAt) &&
			[null, known.changedAt].includes(made.changedAt) &&
			this.#tags.isCarrying('annotation', made.id, made.tags) &&
			hasSamePlace(known, made)
		);
	}

	#isChange(stored: Annotation, { tags, ...own }: Partial<AnnotationFields>): boolean {
		const isOther = Object.entries(own).some(([field, value]) => stored[field as keyof typeof own] !== value);
		return isOther || (tags !== undefined && !this.#tags.isCarrying('annotation', stored.id, tags));
	}
}

/** What it stands on, where that may be quoted otherwise than it is stored. */
function setOtherwise({ isSetOtherwise, target }: UntaggedAnnotation): AnnotationTarget | null {
	return isSetOtherwise ? target : null;
}

function whole(
	{ shownEditionId: _, isSetOtherwise: _is, ...annotation }: UntaggedAnnotation,
	tags: string[],
	quoted: string | null,
): Annotation {
	return { ...annotation, tags, ...(quoted !== null && { quoted }) };
}

function checkRegion(step: Step, recordId: RecordId, range: TextRange | null, region: PageRegion): void {
	const isSound = isPageBox(region) && Number.isInteger(region.page) && region.page >= 1;
	if (range || !isSound) throw new AppError('invalid-input', { reason: 'no region of a page' });
	if (!isPartOf(step.writer, recordId, region.originalSha256))
		throw new AppError('invalid-input', { reason: 'the page is of another record' });
}

/** What found a place on one of two occasions only is the same annotation all the same. */
function hasSamePlace(one: Pick<StoredAnnotation, 'target' | 'region' | 'origin'>, other: typeof one): boolean {
	const isSameSource = one.origin?.via === other.origin?.via && one.origin?.source === other.origin?.source;
	const isSameRegion = isDeepStrictEqual(one.region, other.region);
	return isSameSource && isSameRegion && (!one.target || !other.target || isDeepStrictEqual(one.target, other.target));
}

function nameOf(tag: { name: string }): string {
	return tag.name;
}
