import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { QuotesService } from '#archive/quotes/quotes-service.ts';
import type { RecordsService } from '#archive/records/records-service.ts';
import type { QuoteExport } from '#shared/api/quotes-api.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { QuoteExportSummary, QuoteFormat } from '#shared/domain/quote.ts';
import { writeWholeFile } from './annotation-file.ts';
import { isFlagged, type QuoteDocument, quoteDocument } from './quote-files/quote-document.ts';
import { writeQuotesMarkdown } from './quote-files/quotes-markdown.ts';
import { isWithheld } from './withholding.ts';

/** Word processors' formats come with packages of their own, loaded when they are asked for and not at every start. */
const writers: Readonly<Record<QuoteFormat, (document: QuoteDocument) => Uint8Array | Promise<Uint8Array>>> = {
	docx: async (document) => (await import('./quote-files/quotes-docx.ts')).writeQuotesDocx(document),
	odt: async (document) => (await import('./quote-files/quotes-odt.ts')).writeQuotesOdt(document),
	markdown: writeQuotesMarkdown,
};

/** Writes folders of quotations for word processors. Each is compared with its edition first, and flagged where it is not there. */
export class QuotesExportService {
	readonly #database: ArchiveDatabase;
	readonly #quotes: QuotesService;
	readonly #records: RecordsService;

	constructor(database: ArchiveDatabase, quotes: QuotesService, records: RecordsService) {
		this.#database = database;
		this.#quotes = quotes;
		this.#records = records;
	}

	/** Quotations of records that are not open are left out, and counted. `not-found` for a folder that is not there. */
	async toBytes({ folderId, format, style }: QuoteExport): Promise<QuoteExportSummary & { bytes: Uint8Array }> {
		const folder = this.#quotes.list({ style }).find(({ id }) => id === folderId);
		if (!folder) throw new AppError('not-found', { what: folderId });
		const withheldIds = this.#withheldIds();
		const open = folder.quotes.filter(({ recordId }) => !withheldIds.has(recordId));
		return {
			bytes: await writers[format](quoteDocument(folder.name, open, style)),
			exported: open.length,
			withheld: folder.quotes.length - open.length,
			flagged: open.filter(isFlagged).length,
		};
	}

	/** Writes it to the disk, over what has that name. Throws unwritable-file or disk-full, and leaves that then. */
	async toFile(asked: QuoteExport, path: string): Promise<QuoteExportSummary> {
		const { bytes, ...summary } = await this.toBytes(asked);
		await writeWholeFile(path, bytes);
		return summary;
	}

	/** Those in the bin too: their quotations are still here. */
	#withheldIds(): Set<string> {
		const today = new Date(this.#database.now()).toISOString().slice(0, 10);
		const records = [...this.#records.list({}), ...this.#records.list({ inBin: true })];
		return new Set(records.flatMap((record) => (isWithheld(record, today) ? record.id : [])));
	}
}
