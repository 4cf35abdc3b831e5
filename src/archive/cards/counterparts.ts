import type { EditionsService } from '#archive/editions/editions-service.ts';
import type { LinksService } from '#archive/links/links-service.ts';
import { readWords } from '#archive/references/placed-words.ts';
import type { TextRange } from '#shared/domain/annotation.ts';
import type { Edition } from '#shared/domain/edition.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import type { PlacedWords } from '#shared/domain/placed-words.ts';
import { rangesOverlap } from '#shared/domain/text-range.ts';

interface OtherWords {
	recordId: RecordId;
	placed: PlacedWords;
}

/** Finds the same words in the other language: only where a person, or the making of a translation, has joined the two. */
export class Counterparts {
	readonly #editions: EditionsService;
	readonly #links: LinksService;

	constructor(editions: EditionsService, links: LinksService) {
		this.#editions = editions;
		this.#links = links;
	}

	/** By a *translates* link between passages, else by an edition of the record that is a translation of the other. */
	find(recordId: RecordId, { range, edition }: PlacedWords): OtherWords | null {
		return this.#byLink(range) ?? this.#byEdition(recordId, range, edition);
	}

	#byLink(range: TextRange): OtherWords | null {
		for (const { from, to, origin } of this.#links.ofTypes(['translates'])) {
			if (origin === 'suggested' || !from.range || !to.range) continue;
			const other = rangesOverlap(from.range, range) ? to : rangesOverlap(to.range, range) ? from : null;
			if (other?.range && this.#editions.find(other.range.editionId))
				return { recordId: other.id as RecordId, placed: readWords(this.#editions, other.id as RecordId, other.range) };
		}
		return null;
	}

	/** Passages that carry one lineage: whole passages, since words do not match across languages. */
	#byEdition(recordId: RecordId, { startOrdinal, endOrdinal }: TextRange, edition: Edition): OtherWords | null {
		const other = this.#editions
			.listOf(recordId)
			.find(({ id, kind, baseEditionId }) =>
				edition.kind === 'translation'
					? id === edition.baseEditionId
					: kind === 'translation' && baseEditionId === edition.id,
			);
		if (!other) return null;
		const ordinals = this.#editions
			.counterparts({ id: edition.id, otherId: other.id })
			.flatMap(([own, theirs]) => (own >= startOrdinal && own <= endOrdinal ? theirs : []));
		if (ordinals.length === 0) return null;
		const [first, last] = [Math.min(...ordinals), Math.max(...ordinals)];
		const endOffset = this.#editions.blocksBetween(other.id, last, last)[0]?.text.length ?? 0;
		const range = { editionId: other.id, startOrdinal: first, startOffset: 0, endOrdinal: last, endOffset };
		return { recordId, placed: readWords(this.#editions, recordId, range) };
	}
}
