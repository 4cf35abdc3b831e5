import { type EditionReader, readTarget } from '#archive/annotations/edition-reader.ts';
import {
	countStates,
	left,
	placedByPerson,
	type Succession,
	settled,
	sourceOf,
} from '#archive/annotations/found-place.ts';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { Step } from '#archive/db/step.ts';
import type { Placement, TextRange } from '#shared/domain/annotation.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { EditionId, LinkId, RecordId } from '#shared/domain/ids.ts';
import type { LinkEndPlace, LinkSide } from '#shared/domain/link.ts';
import type { Anchored } from '#shared/text/anchor/reanchor.ts';
import {
	listLinkPlacements,
	listLinkPlacementsOf,
	listLinksWithoutPlace,
	listUnplacedEnds,
	listWordsEnds,
	putLinkPlacement,
	type StoredLinkPlacement,
	type UnplacedEnd,
} from './link-placements-repository.ts';
import { findLink, findShownEdition } from './links-repository.ts';

/** An end of a link that has to be found again in another edition. */
export interface CarriedEnd {
	linkId: LinkId;
	side: LinkSide;
	/** The last place of its words that is sure. */
	source: TextRange;
	/** A person left it in the edition before. */
	wasLeft: boolean;
}

/** Where the ends of links stand in the editions that came after those they were made on: as annotations do. */
export class LinkPlacementsService {
	readonly #database: ArchiveDatabase;
	readonly #editions: EditionReader;

	constructor(database: ArchiveDatabase, editions: EditionReader) {
		this.#database = database;
		this.#editions = editions;
	}

	/** Of a record's links in one edition; ends that were made on it have none. */
	listOf(recordId: RecordId, editionId: EditionId): StoredLinkPlacement[] {
		return listLinkPlacements(this.#database.reader, recordId, editionId);
	}

	/** The same, as the reader of that edition asks for them. */
	placesIn({ recordId, editionId }: { recordId: RecordId; editionId: EditionId }): LinkEndPlace[] {
		return this.listOf(recordId, editionId).map(({ linkId, side, range, state }) => ({
			...{ linkId, side, placement: state },
			range: range && { ...range, editionId },
		}));
	}

	/** Of the ends of these links in every edition that they were not made on. */
	ofLinks(ids: readonly LinkId[]): StoredLinkPlacement[] {
		return listLinkPlacementsOf(this.#database.reader, ids);
	}

	/** Adds places that came in a file with their links, which are there by now. */
	bringInWithin(step: Step, placements: readonly StoredLinkPlacement[]): void {
		for (const placement of placements) putLinkPlacement(step, placement);
	}

	/** How many of them stand how. */
	countIn(recordId: RecordId, editionId: EditionId): Record<Placement, number> {
		return countStates(this.listOf(recordId, editionId));
	}

	/** What is to be found again when a record shows another edition. What is known there already stays. */
	endsToCarry(recordId: RecordId, { from, to }: Succession): CarriedEnd[] {
		const before = byEnd(this.listOf(recordId, from));
		const known = byEnd(this.listOf(recordId, to));
		return listWordsEnds(this.#database.reader, recordId)
			.filter((end) => end.made.editionId !== to && !known.has(keyOf(end)))
			.map((end) => {
				const last = before.get(keyOf(end));
				const { linkId, side, made } = end;
				return { linkId, side, source: sourceOf(made, last), wasLeft: last?.state === 'left' };
			});
	}

	/** Of the ends of these links, what is still to be found in other editions of their records. */
	unplacedIn(ids: readonly LinkId[]): UnplacedEnd[] {
		return listUnplacedEnds(this.#database.reader, ids);
	}

	/** Those with an end that is not yet found in an edition in which it is looked for. */
	withoutPlace(): LinkId[] {
		return listLinksWithoutPlace(this.#database.reader);
	}

	/** Says where they were found. @param places one for each end, in their order. */
	carryWithin(
		step: Step,
		recordId: RecordId,
		editionId: EditionId,
		{ ends, places }: { ends: readonly CarriedEnd[]; places: readonly Anchored[] },
	): void {
		for (const [at, { linkId, side, wasLeft }] of ends.entries()) {
			const found = places[at];
			if (!found) throw new Error('an end of a link was not looked for');
			putLinkPlacement(step, { recordId, linkId, side, editionId, ...settled(found, wasLeft) });
		}
	}

	/**
	 * Says where an end stands in the edition that its record shows: the guess that a person takes, or the words they
	 * selected. Throws `invalid-input` for a range of another edition, and for an end that was made on this one or on no
	 * words.
	 */
	place({ id, side, range }: { id: LinkId; side: LinkSide; range: TextRange }): void {
		const { recordId, editionId } = this.#asked(id, side);
		if (editionId !== range.editionId) throw notAsked();
		const placed = placedByPerson(readTarget(this.#editions, recordId, range));
		this.#database.step('linkPlaced', (step) =>
			putLinkPlacement(step, { recordId, linkId: id, side, editionId, ...placed }),
		);
	}

	/** Leaves an end where the link was made. Throws `invalid-input` where it has its place, or is on no words. */
	leave({ id, side }: { id: LinkId; side: LinkSide }): void {
		const asked = this.#asked(id, side);
		this.#database.step('linkLeft', (step) => putLinkPlacement(step, { ...asked, linkId: id, side, ...left }));
	}

	/** The edition that a person is asked about: the one that the record shows. */
	#asked(id: LinkId, side: LinkSide): { recordId: RecordId; editionId: EditionId } {
		const end = findLink(this.#database.reader, id)?.[side];
		if (!end) throw new AppError('not-found', { what: id });
		const recordId = end.id as RecordId;
		const editionId = end.range ? findShownEdition(this.#database.reader, recordId) : null;
		if (!end.range || !editionId || end.range.editionId === editionId) throw notAsked();
		return { recordId, editionId };
	}
}

function notAsked(): AppError {
	return new AppError('invalid-input', { reason: 'the link has its place in another edition' });
}

function keyOf({ linkId, side }: Pick<CarriedEnd, 'linkId' | 'side'>): string {
	return `${linkId} ${side}`;
}

function byEnd(placements: readonly StoredLinkPlacement[]): Map<string, StoredLinkPlacement> {
	return new Map(placements.map((placement) => [keyOf(placement), placement]));
}
