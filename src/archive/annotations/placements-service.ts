import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { Step } from '#archive/db/step.ts';
import type { AnnotationPlace, Placement, TextRange } from '#shared/domain/annotation.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { AnnotationId, EditionId, RecordId } from '#shared/domain/ids.ts';
import type { Anchored } from '#shared/text/anchor/reanchor.ts';
import { findAnnotation } from './annotations-repository.ts';
import { type EditionReader, readTarget } from './edition-reader.ts';
import { countStates, left, placedByPerson, type Succession, settled, sourceOf } from './found-place.ts';
import {
	listMarks,
	listPlacements,
	listPlacementsOf,
	listUnplacedIn,
	listWithoutPlace,
	putPlacement,
	type StoredPlacement,
	type UnplacedMark,
} from './placements-repository.ts';

export type { StoredPlacement, UnplacedMark };

/** Where annotations stand in the editions that came after the one they were made on. */
export class PlacementsService {
	readonly #database: ArchiveDatabase;
	readonly #editions: EditionReader;

	constructor(database: ArchiveDatabase, editions: EditionReader) {
		this.#database = database;
		this.#editions = editions;
	}

	/** Of a record's annotations in one edition; those made on it have none. */
	listOf(recordId: RecordId, editionId: EditionId): StoredPlacement[] {
		return listPlacements(this.#database.reader, recordId, editionId);
	}

	/** Of these annotations in every edition that they were not made on. */
	ofAnnotations(ids: readonly AnnotationId[]): StoredPlacement[] {
		return listPlacementsOf(this.#database.reader, ids);
	}

	/** Adds places that came in a file with their annotations, which are there by now. */
	bringInWithin(step: Step, placements: readonly StoredPlacement[]): void {
		for (const placement of placements) putPlacement(step, placement);
	}

	/** The same, as the windows are told. */
	placesIn({ recordId, editionId }: { recordId: RecordId; editionId: EditionId }): AnnotationPlace[] {
		return this.listOf(recordId, editionId).map(({ annotationId, range, state }) => {
			return { id: annotationId, range: range && { ...range, editionId }, placement: state };
		});
	}

	/** How many of them stand how. */
	countIn(recordId: RecordId, editionId: EditionId): Record<Placement, number> {
		return countStates(this.listOf(recordId, editionId));
	}

	/**
	 * What is to be found again when a record shows another edition: each mark where it stands surely. What is known there
	 * already stays, above all what a person said.
	 */
	marksToCarry(recordId: RecordId, { from, to }: Succession): CarriedMark[] {
		const before = byAnnotation(this.listOf(recordId, from));
		const known = byAnnotation(this.listOf(recordId, to));
		return listMarks(this.#database.reader, recordId)
			.filter(({ annotationId, made }) => made.editionId !== to && !known.has(annotationId))
			.map(({ annotationId, made }) => {
				const last = before.get(annotationId);
				return { annotationId, source: sourceOf(made, last), wasLeft: last?.state === 'left' };
			});
	}

	/** Of these annotations, what is still to be found in other editions of their records. */
	unplacedIn(ids: readonly AnnotationId[]): UnplacedMark[] {
		return listUnplacedIn(this.#database.reader, ids);
	}

	/** Those that are not yet found in an edition in which they are looked for. */
	withoutPlace(): AnnotationId[] {
		return listWithoutPlace(this.#database.reader);
	}

	/** Says where they were found. @param places one for each mark, in their order. */
	carryWithin(
		step: Step,
		recordId: RecordId,
		editionId: EditionId,
		{ marks, places }: { marks: readonly CarriedMark[]; places: readonly Anchored[] },
	): void {
		for (const [at, { annotationId, wasLeft }] of marks.entries()) {
			const found = places[at];
			if (!found) throw new Error('a mark was not looked for');
			putPlacement(step, { recordId, annotationId, editionId, ...settled(found, wasLeft) });
		}
	}

	/**
	 * Says where an annotation stands in an edition that it was not made on, shown or not: the guess that a person takes, or
	 * the words they selected, also for one that came from elsewhere and found no place, and for one that was taken to stand
	 * on other words. Throws `invalid-input` for a range of the edition it was made on, or of another record.
	 */
	place({ id, range }: { id: AnnotationId; range: TextRange }): void {
		const { recordId, editionId } = this.#asked(id, range.editionId);
		const placed = placedByPerson(readTarget(this.#editions, recordId, range));
		this.#database.step('annotationPlaced', (step) =>
			putPlacement(step, { recordId, annotationId: id, editionId, ...placed }),
		);
	}

	/**
	 * Leaves an annotation on the edition it was made on: it has no place in `editionId`, or in the edition that its record
	 * shows. Throws `invalid-input` where it was made on that one, or on no text.
	 */
	leave({ id, editionId }: { id: AnnotationId; editionId?: EditionId }): void {
		const asked = this.#asked(id, editionId);
		this.#database.step('annotationLeft', (step) => putPlacement(step, { ...asked, annotationId: id, ...left }));
	}

	/** The edition that a person was asked about; if they did not say, the one that the record shows. */
	#asked(id: AnnotationId, asked?: EditionId): { recordId: RecordId; editionId: EditionId } {
		const annotation = findAnnotation(this.#database.reader, id);
		if (!annotation) throw new AppError('not-found', { what: id });
		const { recordId, shownEditionId, target, origin } = annotation;
		const isMark = target !== null || (origin !== null && origin.placement !== 'placed');
		const editionId = asked ?? shownEditionId;
		if (!editionId || !isMark || target?.editionId === editionId) throw notAsked();
		if (this.#editions.find(editionId)?.recordId !== recordId) throw notAsked();
		return { recordId, editionId };
	}
}

export interface CarriedMark {
	annotationId: AnnotationId;
	/** The last place of its words that is sure. */
	source: TextRange;
	/** A person left it in the edition before. */
	wasLeft: boolean;
}

function notAsked(): AppError {
	return new AppError('invalid-input', { reason: 'the annotation has its place in another edition' });
}

function byAnnotation(placements: readonly StoredPlacement[]): Map<AnnotationId, StoredPlacement> {
	return new Map(placements.map((placement) => [placement.annotationId, placement]));
}
