import type { RecordsService } from '#archive/records/records-service.ts';
import type { ReferencesService } from '#archive/references/references-service.ts';
import type { RecordDetail } from '#shared/api/records-api.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { CitationStyle } from '#shared/domain/citation.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import type { Quote, QuoteState, QuoteView } from '#shared/domain/quote.ts';

/** Compares quotations with their editions, and cites them; reads each record once. */
export class QuoteViews {
	readonly #records: RecordsService;
	readonly #references: ReferencesService;
	readonly #style: CitationStyle;
	readonly #known = new Map<RecordId, RecordDetail | null>();

	constructor(records: RecordsService, references: ReferencesService, style: CitationStyle) {
		this.#records = records;
		this.#references = references;
		this.#style = style;
	}

	view(quote: Quote): QuoteView {
		const record = this.record(quote.recordId);
		const quotation = record && orNothing(() => this.#references.quotationOf(record, quote.range, this.#style));
		const whole = record && !quotation ? this.#references.quotationOf(record, null, this.#style) : null;
		return {
			...quote,
			state: stateOf(quote, record, quotation),
			title: record?.title ?? '',
			reference: quotation?.reference ?? whole?.reference ?? '',
			address: quotation?.address ?? whole?.address ?? '',
		};
	}

	/** Null when it is not in the archive. */
	record(id: RecordId): RecordDetail | null {
		const known = this.#known.get(id);
		if (known !== undefined) return known;
		const record = orNothing(() => this.#records.get({ id }));
		this.#known.set(id, record);
		return record;
	}
}

function stateOf(
	quote: Quote,
	record: RecordDetail | null,
	quotation: { words: string; stored: string } | null,
): QuoteState {
	if (!record?.editions.some(({ id }) => id === quote.range.editionId)) return 'gone';
	if (quotation?.words !== quote.exact && quotation?.stored !== quote.exact) return 'changed';
	if (record.isInBin) return 'in-bin';
	return record.editionId === quote.range.editionId ? 'stands' : 'superseded';
}

/** What is not there, and a place that is no longer in the text, is an answer here. */
function orNothing<T>(read: () => T): T | null {
	try {
		return read();
	} catch (error) {
		if (error instanceof AppError && (error.code === 'not-found' || error.code === 'invalid-input')) return null;
		throw error;
	}
}
