import { getArchiveRow } from '#archive/archive-row.ts';
import type { CustodyService } from '#archive/custody/custody-service.ts';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { EditionsService } from '#archive/editions/editions-service.ts';
import type { RecordsService } from '#archive/records/records-service.ts';
import { readWords } from '#archive/references/placed-words.ts';
import type { ReferencesService } from '#archive/references/references-service.ts';
import { writeWholeFile } from '#archive/transfer/annotation-file.ts';
import type { ArgumentOf } from '#shared/api/calls.ts';
import type { CardCalls, QuotedPlace } from '#shared/api/cards-api.ts';
import type { RecordDetail } from '#shared/api/records-api.ts';
import { cardTextOf, readQuoteCard, writeQuoteCard } from '#shared/cite/quote-card-file.ts';
import type { TextRange } from '#shared/domain/annotation.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { CitationStyle } from '#shared/domain/citation.ts';
import type { PlacedWords } from '#shared/domain/placed-words.ts';
import type { CardPassage, QuoteCard, WrittenCardFormat } from '#shared/domain/quote-card.ts';
import { message } from '#shared/messages/messages.ts';
import type { Counterparts } from './counterparts.ts';

interface CardServices {
	records: RecordsService;
	editions: EditionsService;
	references: ReferencesService;
	custody: CustodyService;
	counterparts: Counterparts;
}

/** Makes quotations that prove themselves. */
export class CardsService {
	readonly #database: ArchiveDatabase;
	readonly #services: CardServices;

	constructor(database: ArchiveDatabase, services: CardServices) {
		this.#database = database;
		this.#services = services;
	}

	/** `not-found` for a record or edition that is not there, `invalid-input` for a range without text. */
	make(asked: ArgumentOf<CardCalls['make']>): Record<WrittenCardFormat, string> {
		const card = this.cardOf(asked);
		return {
			text: writeQuoteCard(card, 'text'),
			html: writeQuoteCard(card, 'html'),
			svg: writeQuoteCard(card, 'svg'),
		};
	}

	cardOf({ recordId, range, style }: ArgumentOf<CardCalls['make']>): QuoteCard {
		const { records, editions, custody, counterparts } = this.#services;
		const archive = getArchiveRow(this.#database.reader);
		if (!archive) throw new AppError('not-found', { what: 'archive' });
		const record = records.get({ id: recordId });
		const placed = readWords(editions, recordId, this.#rangeOf(range));
		const other = counterparts.find(recordId, placed);
		return {
			lecternQuoteCard: 1,
			archiveId: archive.id,
			archiveTitle: archive.title,
			madeAt: new Date(this.#database.now()).toISOString(),
			quoted: this.#passage(record, placed, style),
			beside: other && this.#passage(records.get({ id: other.recordId }), other.placed, style),
			custody: custody.heads(),
		};
	}

	/** `invalid-input` for what is no card; nothing else is written. */
	async saveTo({ path, base64 }: ArgumentOf<CardCalls['saveTo']>): Promise<void> {
		const bytes = Buffer.from(base64, 'base64');
		const text = cardTextOf(bytes);
		if (text === null || !readQuoteCard(text)) throw new AppError('invalid-input', { reason: message('card.none') });
		await writeWholeFile(path, bytes);
	}

	#rangeOf(place: QuotedPlace): TextRange {
		if ('startOrdinal' in place) return place;
		const { editionId, ordinal } = place;
		const [block] = this.#services.editions.blocksBetween(editionId, ordinal, ordinal);
		const endOffset = block?.text.length ?? 0;
		return { editionId, startOrdinal: ordinal, startOffset: 0, endOrdinal: ordinal, endOffset };
	}

	#passage(record: RecordDetail, placed: PlacedWords, style: CitationStyle): CardPassage {
		const { edition, range, words, language, numbers } = placed;
		return {
			...{ recordId: record.id, title: record.title, editionId: edition.id, editionKind: edition.kind },
			...{ textSha256: edition.textSha256, originalSha256: edition.originalSha256 },
			place: [range.startOrdinal, range.startOffset, range.endOrdinal, range.endOffset],
			...{ words, language, numbers },
			...this.#services.references.referenceTo(record, placed, style),
		};
	}
}
