import { createHash } from 'node:crypto';
import { getArchiveRow } from '#archive/archive-row.ts';
import type { CustodyService } from '#archive/custody/custody-service.ts';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { EditionsService } from '#archive/editions/editions-service.ts';
import type { CheckedOriginals } from '#archive/originals/originals-service.ts';
import type { RecordsService } from '#archive/records/records-service.ts';
import { readWords } from '#archive/references/placed-words.ts';
import { readQuoteCard } from '#shared/cite/quote-card-file.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { PlacedWords } from '#shared/domain/placed-words.ts';
import type { CardFinding, CardOutcome, CardPassage, QuoteCard } from '#shared/domain/quote-card.ts';
import { message } from '#shared/messages/messages.ts';

type Found = Pick<CardFinding, 'item' | 'outcome' | 'said'> & { found?: string };

/** Compares quote cards with the archive. It believes nothing that a card says, and nothing that was computed before. */
export class CardProofService {
	readonly #database: ArchiveDatabase;
	readonly #records: RecordsService;
	readonly #editions: EditionsService;
	readonly #originals: CheckedOriginals;
	readonly #custody: CustodyService;

	constructor(
		database: ArchiveDatabase,
		services: {
			records: RecordsService;
			editions: EditionsService;
			originals: CheckedOriginals;
			custody: CustodyService;
		},
	) {
		this.#database = database;
		this.#records = services.records;
		this.#editions = services.editions;
		this.#originals = services.originals;
		this.#custody = services.custody;
	}

	/** `invalid-input` for what is no card. */
	async prove({ file }: { file: string }): Promise<CardFinding[]> {
		const read = readQuoteCard(file);
		if (!read) throw new AppError('invalid-input', { reason: message('card.none') });
		const { card, readable } = read;
		const { quoted, beside } = card;
		const whole = (found: Found): CardFinding => ({ found: '', ...found, of: null });
		return [
			whole({ item: 'readable', outcome: readable, said: readable === 'not-checked' ? quoted.reference : '' }),
			whole(this.#archive(card)),
			...(await this.#passage(quoted, 'quoted')),
			...(beside ? await this.#passage(beside, 'beside') : []),
			whole(this.#chain(card)),
		];
	}

	#archive({ archiveId, archiveTitle }: QuoteCard): Found {
		const archive = getArchiveRow(this.#database.reader);
		const outcome = archive?.id === archiveId ? 'holds' : 'other';
		return { item: 'archive', outcome, said: archiveTitle, found: outcome === 'holds' ? '' : (archive?.title ?? '') };
	}

	async #passage(passage: CardPassage, of: 'quoted' | 'beside'): Promise<CardFinding[]> {
		const placed = this.#placed(passage);
		const compared = (item: Found['item'], said: string, found: string | null): Found => ({
			...{ item, said, outcome: found === null ? 'absent' : found === said ? 'holds' : 'other' },
			found: found === null || found === said ? '' : found,
		});
		const findings = [
			compared('record', passage.title, this.#title(passage)),
			compared('edition', passage.textSha256, this.#textDigest(passage)),
			compared('words', passage.words, placed && (placed.stored === passage.words ? placed.stored : placed.words)),
			compared('paragraphs', passage.numbers, placed?.numbers ?? null),
			await this.#original(passage),
		];
		return findings.map((finding) => ({ found: '', ...finding, of }));
	}

	#title({ recordId }: CardPassage): string | null {
		return this.#records.list({}).find(({ id }) => id === recordId)?.title ?? null;
	}

	/** Computed from the blocks as they are, not read from where it was written down. */
	#textDigest({ editionId }: CardPassage): string | null {
		if (!this.#editions.find(editionId)) return null;
		const texts = this.#editions.blocks({ id: editionId }).map(({ text }) => text);
		return createHash('sha256').update(texts.join('\n')).digest('hex');
	}

	#placed({ recordId, editionId, place }: CardPassage): PlacedWords | null {
		const [startOrdinal, startOffset, endOrdinal, endOffset] = place;
		try {
			return readWords(this.#editions, recordId, { editionId, startOrdinal, startOffset, endOrdinal, endOffset });
		} catch (error) {
			// A place that is not in the text is what is asked about here.
			if (error instanceof AppError && (error.code === 'not-found' || error.code === 'invalid-input')) return null;
			throw error;
		}
	}

	/** Read back and hashed anew. */
	async #original({ originalSha256 }: CardPassage): Promise<Found> {
		if (originalSha256 === null) return { item: 'original', outcome: 'not-checked', said: '' };
		const original = this.#originals.find(originalSha256);
		const fixity = original && (await this.#originals.verify(original, new AbortController().signal));
		const outcome: CardOutcome =
			fixity === undefined || fixity === 'missing' ? 'absent' : fixity === 'intact' ? 'holds' : 'other';
		return { item: 'original', outcome, said: originalSha256 };
	}

	/** The log of now must hold, unbroken, the entries that stood at the ends of its chains when the card was made. */
	#chain({ custody }: QuoteCard): Found {
		return { item: 'custody', outcome: this.#custody.prove(custody), said: custody.head };
	}
}
