import type { TextRange } from '#shared/domain/annotation.ts';
import type { EditionId } from '#shared/domain/ids.ts';
import type { EditionsService } from './editions-service.ts';

/**
 * Finds where words stand in another edition, in the passages that carry one lineage as a whole, since words do not match
 * across languages. What is which is asked once for each edition that words are of.
 */
export class CounterpartRanges {
	readonly #editions: EditionsService;
	readonly #to: EditionId;
	readonly #known = new Map<EditionId, [number, number][]>();
	readonly #lengths = new Map<number, number>();

	constructor(editions: EditionsService, to: EditionId) {
		this.#editions = editions;
		this.#to = to;
	}

	/** Null where none of the passages is there. */
	find({ editionId, startOrdinal, endOrdinal }: TextRange): TextRange | null {
		let first = Number.POSITIVE_INFINITY;
		let last = -1;
		for (const [own, theirs] of this.#counterparts(editionId)) {
			if (own < startOrdinal || own > endOrdinal) continue;
			first = Math.min(first, theirs);
			last = Math.max(last, theirs);
		}
		if (last < 0) return null;
		return {
			...{ editionId: this.#to, startOrdinal: first, startOffset: 0 },
			...{ endOrdinal: last, endOffset: this.#lengthOf(last) },
		};
	}

	#counterparts(id: EditionId): [number, number][] {
		const known = this.#known.get(id) ?? this.#editions.counterparts({ id, otherId: this.#to });
		this.#known.set(id, known);
		return known;
	}

	#lengthOf(ordinal: number): number {
		const known =
			this.#lengths.get(ordinal) ?? this.#editions.blocksBetween(this.#to, ordinal, ordinal)[0]?.text.length ?? 0;
		this.#lengths.set(ordinal, known);
		return known;
	}
}
