import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { Step } from '#archive/db/step.ts';
import type { Placement, TextRange } from '#shared/domain/annotation.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import type { AnnotationId, EditionId, RecordId } from '#shared/domain/ids.ts';
import { type Anchored, Reanchoring } from '#shared/text/anchor/reanchor.ts';
import { findAnnotation } from './annotations-repository.ts';
import { type EditionReader, readTarget } from './edition-reader.ts';
import { byPerson, listMarks, listPlacements, putPlacement, type StoredPlacement } from './placements-repository.ts';

export type { StoredPlacement };

/** What placing needs of the editions. */
export interface TextReader extends EditionReader {
	blocks(argument: { id: EditionId }): StoredBlock[];
}

/** Where annotations stand in the editions that came after the one they were made on. */
export class PlacementsService {
	readonly #database: ArchiveDatabase;
	readonly #editions: TextReader;

	constructor(database: ArchiveDatabase, editions: TextReader) {
		this.#database = database;
		this.#editions = editions;
	}

	/** Of a record's annotations in one edition; those made on it have none. */
	listOf(recordId: RecordId, editionId: EditionId): StoredPlacement[] {
		return listPlacements(this.#database.reader, recordId, editionId);
	}

	/** How many of them stand how. */
	countIn(recordId: RecordId, editionId: EditionId): Record<Placement, number> {
		const counts: Record<Placement, number> = { placed: 0, moved: 0, 'needs-review': 0, unplaced: 0, left: 0 };
		for (const { state } of this.listOf(recordId, editionId)) counts[state] += 1;
		return counts;
	}

	/**
	 * Carries the marks of a record from the edition it showed to the one it will show. What is known there already stays,
	 * above all what a person said. `alignment` is that of the two editions, where someone has it.
	 */
	carryWithin(step: Step, recordId: RecordId, { from, to, alignment }: Succession): void {
		const before = byAnnotation(listPlacements(step.writer, recordId, from));
		const known = byAnnotation(listPlacements(step.writer, recordId, to));
		const alignments = new Map<EditionId, Reanchoring>(alignment && [[from, alignment]]);
		for (const { annotationId, made } of listMarks(step.writer, recordId)) {
			if (made.editionId === to || known.has(annotationId)) continue;
			const last = before.get(annotationId);
			const source = sourceOf(made, last);
			const found = this.#alignmentOf(alignments, source.editionId, to).place(source);
			putPlacement(step, { recordId, annotationId, editionId: to, ...(isStillLeft(last, found) ? left : found) });
		}
	}

	/**
	 * Says where an annotation stands in the edition that its record shows: the guess that a person takes, or the words they
	 * selected, also for one that came from elsewhere and found no place. Throws `invalid-input` for a range of another
	 * edition.
	 */
	place({ id, range }: { id: AnnotationId; range: TextRange }): void {
		const { recordId, editionId } = this.#asked(id);
		if (editionId !== range.editionId) throw notAsked();
		const { startOrdinal, startOffset, endOrdinal, endOffset } = readTarget(this.#editions, recordId, range);
		this.#database.step('annotationPlaced', (step) =>
			putPlacement(step, {
				...{ recordId, annotationId: id, editionId, state: 'placed', method: byPerson },
				...{ range: { startOrdinal, startOffset, endOrdinal, endOffset }, score: 1, margin: 1 },
			}),
		);
	}

	/** Leaves an annotation on the edition it was made on. Throws `invalid-input` where it has its place or no text. */
	leave({ id }: { id: AnnotationId }): void {
		const asked = this.#asked(id);
		this.#database.step('annotationLeft', (step) =>
			putPlacement(step, {
				...asked,
				annotationId: id,
				...left,
			}),
		);
	}

	/** The edition that a person is asked about: the one that the record shows. */
	#asked(id: AnnotationId): { recordId: RecordId; editionId: EditionId } {
		const annotation = findAnnotation(this.#database.reader, id);
		if (!annotation) throw new AppError('not-found', { what: id });
		const { recordId, shownEditionId, target, origin } = annotation;
		const isMark = target !== null || (origin !== null && origin.placement !== 'placed');
		if (!shownEditionId || !isMark || target?.editionId === shownEditionId) throw notAsked();
		return { recordId, editionId: shownEditionId };
	}

	#alignmentOf(known: Map<EditionId, Reanchoring>, from: EditionId, to: EditionId): Reanchoring {
		const alignment =
			known.get(from) ?? new Reanchoring(this.#editions.blocks({ id: from }), this.#editions.blocks({ id: to }));
		known.set(from, alignment);
		return alignment;
	}
}

/** One edition takes the place of another. */
export interface Succession {
	from: EditionId;
	to: EditionId;
	alignment?: Reanchoring;
}

/** The place in the last edition where that is sure: a person may have set it right. Otherwise where the mark was made. */
function sourceOf(made: TextRange, placement: StoredPlacement | undefined): TextRange {
	const isSure = placement?.state === 'placed' || placement?.state === 'moved';
	return isSure && placement.range ? { ...placement.range, editionId: placement.editionId } : made;
}

const left = { state: 'left', range: null, method: byPerson, score: 0, margin: 0 } as const;

/** Who left a note once is not asked about it with every later edition, unless its words are back. */
function isStillLeft(last: StoredPlacement | undefined, { state }: Anchored): boolean {
	return last?.state === 'left' && state !== 'placed' && state !== 'moved';
}

function notAsked(): AppError {
	return new AppError('invalid-input', { reason: 'the annotation has its place in another edition' });
}

function byAnnotation(placements: readonly StoredPlacement[]): Map<AnnotationId, StoredPlacement> {
	return new Map(placements.map((placement) => [placement.annotationId, placement]));
}
