import { getArchiveRow } from '#archive/archive-row.ts';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { DescriptionsService } from '#archive/descriptions/descriptions-service.ts';
import type { EditionsService } from '#archive/editions/editions-service.ts';
import type { RecordsService } from '#archive/records/records-service.ts';
import type { RecordDetail } from '#shared/api/records-api.ts';
import { citedItem } from '#shared/cite/cited-item.ts';
import { formatReference } from '#shared/cite/reference.ts';
import type { CitationStyle, CitedRange, Quotation } from '#shared/domain/citation.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import type { PlacedWords } from '#shared/domain/placed-words.ts';
import { type Locale, localeFor } from '#shared/messages/locales.ts';
import { readWords } from './placed-words.ts';

interface CitedServices {
	records: RecordsService;
	editions: EditionsService;
	descriptions: DescriptionsService;
}

/** Words and records with the references that lead back to them. */
export class ReferencesService {
	readonly #database: ArchiveDatabase;
	readonly #records: RecordsService;
	readonly #editions: EditionsService;
	readonly #descriptions: DescriptionsService;
	readonly #language: () => string;

	/** @param language BCP 47 of the interface, asked each time. */
	constructor(database: ArchiveDatabase, { records, editions, descriptions }: CitedServices, language: () => string) {
		this.#database = database;
		this.#records = records;
		this.#editions = editions;
		this.#descriptions = descriptions;
		this.#language = language;
	}

	/** `not-found` for a record or edition that is not there, `invalid-input` for a range without text. */
	quotation({ recordId, range, style }: CitedRange & { style: CitationStyle }): Quotation {
		const { stored: _, ...quotation } = this.quotationOf(this.#records.get({ id: recordId }), range, style);
		return quotation;
	}

	/** The same for a record that is known, with the words as they are stored. */
	quotationOf(record: RecordDetail, range: CitedRange['range'], style: CitationStyle): Quotation & { stored: string } {
		const placed = range && readWords(this.#editions, record.id, range);
		return {
			words: placed?.words ?? '',
			stored: placed?.stored ?? '',
			language: placed?.language ?? '',
			numbers: placed?.numbers ?? '',
			...this.referenceTo(record, placed, style),
		};
	}

	/** What is cited, as reference and as address. */
	referenceTo(
		record: RecordDetail,
		placed: PlacedWords | null,
		style: CitationStyle,
	): Pick<Quotation, 'reference' | 'address'> {
		const archive = getArchiveRow(this.#database.reader);
		const address = `lectern:${archive?.id}${pathOf(record.id, placed)}`;
		const referenceCode = this.#descriptions.referenceCode(record.id);
		const item = citedItem(
			{ ...record, referenceCode },
			{
				paragraphs: placed?.numbers ?? '',
				times: placed?.times ?? '',
				edition: placed?.edition ?? null,
				archiveTitle: archive?.title ?? '',
				address,
				fileNames: record.files.map(({ fileName }) => fileName),
			},
		);
		return { reference: formatReference(item, style, this.#locale()), address };
	}

	#locale(): Locale {
		return localeFor([this.#language()]);
	}
}

/** The path part of an address, as the window has it. */
function pathOf(recordId: RecordId, placed: PlacedWords | null): string {
	return placed ? `/record/${recordId}/${placed.edition.id}/${placed.range.startOrdinal}` : `/record/${recordId}`;
}
