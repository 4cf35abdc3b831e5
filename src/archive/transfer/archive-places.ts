import type { AnnotationsService } from '#archive/annotations/annotations-service.ts';
import type { FoundPlace } from '#archive/annotations/found-place.ts';
import type { EditionsService } from '#archive/editions/editions-service.ts';
import type { RecordsService } from '#archive/records/records-service.ts';
import type { TextRange } from '#shared/domain/annotation.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { AnnotationId, EditionId, RecordId, Sha256 } from '#shared/domain/ids.ts';
import { derivedId } from '#shared/domain/ids.ts';
import type { RecordSummary } from '#shared/domain/record.ts';
import { normaliseRange } from '#shared/domain/text-range.ts';
import { idOf } from '#shared/web-annotation/vocabulary.ts';
import { type EditionText, EditionTexts } from './edition-texts.ts';
import type { ReadPlace } from './web-annotation/read-places.ts';

/** What an archive has that an address can mean, asked many times over while a file is imported. */
export class ArchivePlaces {
	readonly texts: EditionTexts;
	readonly #editions: EditionsService;
	readonly #annotations: AnnotationsService;
	readonly #recordsService: RecordsService;
	readonly #records: ReadonlyMap<string, RecordSummary>;
	readonly #binned: ReadonlySet<string>;
	readonly #bySource = new Map<string, RecordSummary | null>();
	readonly #byText = new Map<string, EditionId | null>();

	constructor(services: { editions: EditionsService; annotations: AnnotationsService; records: RecordsService }) {
		this.#editions = services.editions;
		this.#annotations = services.annotations;
		this.#recordsService = services.records;
		this.texts = new EditionTexts(services.editions);
		const records = services.records.list({});
		this.#records = new Map(records.map((record) => [record.id, record]));
		this.#binned = new Set(services.records.list({ inBin: true }).map(({ id }) => id));
		for (const record of records) {
			const { source } = record;
			// Two records from one source: which of them is meant, nobody can tell.
			if (source !== '') this.#bySource.set(source, this.#bySource.has(source) ? null : record);
		}
	}

	/** Editions that records outside the bin show. */
	get shownEditions(): EditionId[] {
		return [...this.#records.values()].flatMap(({ editionId }) => editionId ?? []);
	}

	record(id: string | null): RecordSummary | undefined {
		return id === null ? undefined : this.#records.get(id);
	}

	isInBin(id: string | null): boolean {
		return id !== null && this.#binned.has(id);
	}

	/** The one record whose source is this address. */
	recordFrom(address: string): RecordSummary | undefined {
		return this.#bySource.get(address) ?? this.#bySource.get(withoutFragment(address)) ?? undefined;
	}

	/**
	 * A file with this digest, of the record that is named if that holds it, else of one outside the bin; without a digest the
	 * only file of the record.
	 */
	fileOf(named: RecordSummary | undefined, digest: Sha256 | null): { recordId: RecordId; sha256: Sha256 } | null {
		const files = named ? this.#recordsService.get({ id: named.id }).files : [];
		const [only, other] = digest ? files.filter(({ sha256 }) => sha256 === digest) : files;
		if (named && only && !other) return { recordId: named.id, sha256: only.sha256 };
		const holder = digest && this.#recordsService.holdersOf(digest).find(({ isInBin }) => !isInBin);
		return digest && holder ? { recordId: holder.id, sha256: digest } : null;
	}

	/** The edition that an address names, or else the one with the very same text, of a record outside the bin. */
	edition(address: string, textSha256: string): EditionText | null {
		const id = idOf(address);
		const named = id === null ? null : this.texts.get(id as EditionId);
		if (named) return named;
		const same = this.#withText(textSha256);
		return same && this.texts.get(same);
	}

	/** The place of a file in an edition of this record that has the very text it was found in; null without that. */
	known(recordId: RecordId, { address, textSha256, range, ...found }: ReadPlace): FoundPlace | null {
		const text = this.edition(address, textSha256);
		if (text?.edition.recordId !== recordId || text.edition.textSha256 !== textSha256) return null;
		const { id: editionId } = text.edition;
		if (range && !isRange(text, { editionId, ...range })) return null;
		const { state, method, score, margin } = found;
		return { editionId, state, range, method, score, margin };
	}

	/** Whether these are words of a text of this record. */
	isWords(recordId: string, range: TextRange): boolean {
		const text = this.texts.get(range.editionId);
		return text?.edition.recordId === recordId && isRange(text, range);
	}

	/** The id that an annotation with this address has, or would have, here. */
	hasAnnotation(id: AnnotationId): boolean {
		return this.#annotations.find(id) !== undefined;
	}

	recordOfAnnotation(id: AnnotationId): RecordId | undefined {
		return this.#annotations.find(id)?.recordId;
	}

	#withText(textSha256: string): EditionId | null {
		if (textSha256 === '') return null;
		const known = this.#byText.get(textSha256);
		if (known !== undefined) return known;
		const [first, ...others] = this.#editions
			.withText(textSha256)
			// Texts of nothing but pictures are all alike.
			.filter(({ recordId, passageCount }) => passageCount > 0 && this.#records.has(recordId));
		const only = first && others.every(({ recordId }) => recordId === first.recordId) ? first.id : null;
		this.#byText.set(textSha256, only);
		return only;
	}
}

function isRange({ stream }: EditionText, range: TextRange): boolean {
	try {
		normaliseRange(stream.blocks, range);
		return true;
	} catch (error) {
		if (error instanceof AppError && error.code === 'invalid-input') return false;
		throw error;
	}
}

export function annotationIdOf(address: string): AnnotationId {
	return (idOf(address) ?? derivedId('annotation', address)) as AnnotationId;
}

export function withoutFragment(address: string): string {
	return address.replace(/#.*$/s, '');
}
