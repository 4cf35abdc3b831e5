import type { EditionId } from '#shared/domain/ids.ts';
import type { AlignmentPairId, PairEnd, StoredPair } from './alignments-repository.ts';

/** An edition that is shown, and the lineage of each of its blocks by ordinal. */
interface ShownEdition {
	id: EditionId;
	lineages: ReadonlyMap<number, string>;
}

/** A pair by the ordinals of the two editions that are shown. */
export interface PlacedPair {
	id: AlignmentPairId;
	first: number | null;
	second: number | null;
}

type Sides = readonly [first: number | null, second: number | null];

/**
 * Finds what was said of two texts in the editions that are shown now: in those it was said of by ordinal, in others of the
 * same records by lineage, which follows a passage from edition to edition. "Beside nothing" was said of one text as it
 * was, and is not carried to another; nor is what was said of a translation, where what one translator joined another may
 * have kept apart.
 */
export class PairPlaces {
	readonly #first: ShownEdition;
	readonly #second: ShownEdition;
	readonly #ordinals: readonly [ReadonlyMap<string, number>, ReadonlyMap<string, number>];

	constructor(first: ShownEdition, second: ShownEdition) {
		this.#first = first;
		this.#second = second;
		this.#ordinals = [ordinalsOf(first), ordinalsOf(second)];
	}

	/** Null for what is not of these editions. */
	find({ id, ends, lineages, isOfTranslation }: StoredPair): PlacedPair | null {
		const [one, other] = ends;
		const carried = isOfTranslation ? null : this.#carried(lineages);
		const sides = this.#exact(one, other) ?? this.#exact(other, one) ?? carried;
		return sides && { id, first: sides[0], second: sides[1] };
	}

	#exact(one: PairEnd, other: PairEnd): Sides | null {
		if (one.editionId !== this.#first.id || other.editionId !== this.#second.id) return null;
		// A passage that an altered file names, and that is not there, is nobody's.
		const isThere = (end: PairEnd, edition: ShownEdition) => end.ordinal === null || edition.lineages.has(end.ordinal);
		return isThere(one, this.#first) && isThere(other, this.#second) ? [one.ordinal, other.ordinal] : null;
	}

	#carried([one, other]: StoredPair['lineages']): Sides | null {
		if (one === null || other === null) return null;
		return this.#byLineage(one, other) ?? this.#byLineage(other, one);
	}

	#byLineage(one: string, other: string): Sides | null {
		const [first, second] = [this.#ordinals[0].get(one), this.#ordinals[1].get(other)];
		return first === undefined || second === undefined ? null : [first, second];
	}
}

function ordinalsOf({ lineages }: ShownEdition): Map<string, number> {
	return new Map([...lineages].map(([ordinal, lineage]) => [lineage, ordinal]));
}
