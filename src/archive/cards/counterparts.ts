import { CounterpartRanges } from '#archive/editions/counterpart-ranges.ts';
import type { EditionsService } from '#archive/editions/editions-service.ts';
import type { LinksService } from '#archive/links/links-service.ts';
import type { RecordsService } from '#archive/records/records-service.ts';
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
	readonly #records: RecordsService;

	constructor(editions: EditionsService, links: LinksService, records: RecordsService) {
		this.#editions = editions;
		this.#links = links;
		this.#records = records;
	}

	/** By a *translates* link between passages, else by a translation of the record and the text it was made of. */
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
	#byEdition(recordId: RecordId, range: TextRange, edition: Edition): OtherWords | null {
		// An earlier translation, or one that was taken back, speaks for nobody any more.
		const { translationIds } = this.#records.get({ id: recordId });
		const others = edition.kind === 'translation' ? [edition.baseEditionId].flatMap((id) => id ?? []) : translationIds;
		for (const otherId of others) {
			const found = new CounterpartRanges(this.#editions, otherId).find({ ...range, editionId: edition.id });
			if (found) return { recordId, placed: readWords(this.#editions, recordId, found) };
		}
		return null;
	}
}
