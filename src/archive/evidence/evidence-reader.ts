import type { EditionReader } from '#archive/annotations/edition-reader.ts';
import type { EditionsService } from '#archive/editions/editions-service.ts';
import { type Annotation, quoteOf, sureRange, type TextRange } from '#shared/domain/annotation.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import type { ArchiveEvent } from '#shared/domain/event.ts';
import type { Evidence, SourceRecord } from '#shared/domain/evidence.ts';
import { type LinkEnd, shownRange } from '#shared/domain/link.ts';
import { quotedFrom } from '#shared/domain/placed-words.ts';
import type { ClaimLink } from './claim-links.ts';

interface Known {
	editions: EditionReader & Pick<EditionsService, 'notesFrom'>;
	/** Records outside the bin; annotations, names and events that are there. */
	sources: ReadonlyMap<string, SourceRecord>;
	annotations: ReadonlyMap<string, Annotation>;
	names: ReadonlyMap<string, string>;
	events: ReadonlyMap<string, Pick<ArchiveEvent, 'title' | 'edtf'>>;
}

type Described = Omit<Evidence, 'linkId' | 'end' | 'isOnPassage'>;

const plain: Described = {
	...{ record: null, title: '', dateEdtf: '', range: null, numbers: '', page: null },
	...{ words: '', note: '', placement: 'placed' },
};

/** Says what stands at the other end of a link. */
export class EvidenceReader {
	readonly #known: Known;

	constructor(known: Known) {
		this.#known = known;
	}

	/** Null when what it leads to is gone or lies in the bin. */
	read({ link, other, isOnPassage }: ClaimLink): Evidence | null {
		const described = this.#describe(link[other]);
		const end = { linkId: link.id, end: link[other], isOnPassage };
		const place = link.places[other];
		const shown = place && shownRange(link, other);
		if (!described || !shown) return described && { ...end, ...described };
		// The words are those that it was made on; where they stand is said of what the record shows now.
		return { ...end, ...described, range: shown, numbers: this.numbersOf(shown), placement: place.placement };
	}

	/** "3" or "3–5"; '' where nothing is counted. */
	numbersOf(range: TextRange | null): string {
		if (!range) return '';
		const numbers = this.#blocksOf(range).flatMap(({ number }) => number ?? []);
		const [first, last] = [numbers[0], numbers.at(-1)];
		if (first === undefined) return '';
		return first === last ? String(first) : `${first}–${last}`;
	}

	#describe({ kind, id, range }: LinkEnd): Described | null {
		switch (kind) {
			case 'record':
				return this.#words(id, range ?? null);
			case 'annotation': {
				const annotation = this.#known.annotations.get(id);
				if (!annotation) return null;
				const { recordId, region, placement, body } = annotation;
				const described = this.#words(recordId, sureRange(annotation));
				const words = quoteOf(annotation);
				return described && { ...described, page: region?.page ?? null, words, note: body, placement };
			}
			case 'name': {
				const title = this.#known.names.get(id);
				return title === undefined ? null : { ...plain, title };
			}
			case 'event': {
				const event = this.#known.events.get(id);
				return event ? { ...plain, title: event.title, dateEdtf: event.edtf } : null;
			}
		}
	}

	#words(recordId: string, range: TextRange | null): Described | null {
		const record = this.#known.sources.get(recordId);
		if (!record) return null;
		if (!range) return { ...plain, record };
		return {
			...plain,
			record,
			range,
			numbers: this.numbersOf(range),
			words: this.#quoted(this.#blocksOf(range), range),
		};
	}

	#blocksOf({ editionId, startOrdinal, endOrdinal }: TextRange): StoredBlock[] {
		return this.#known.editions.blocksBetween(editionId, startOrdinal, endOrdinal);
	}

	#quoted(blocks: readonly StoredBlock[], range: TextRange): string {
		const notesFrom = (ordinal: number) => this.#known.editions.notesFrom(range.editionId, ordinal);
		return quotedFrom(blocks, range, { notesFrom });
	}
}
