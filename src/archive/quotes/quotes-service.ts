import { getArchiveRow } from '#archive/archive-row.ts';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { Step } from '#archive/db/step.ts';
import type { RecordsService } from '#archive/records/records-service.ts';
import type { ReferencesService } from '#archive/references/references-service.ts';
import type { ArgumentOf, ValueOf } from '#shared/api/calls.ts';
import type { QuoteCalls } from '#shared/api/quotes-api.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { CitationStyle } from '#shared/domain/citation.ts';
import { derivedId, type QuoteFolderId, type QuoteId } from '#shared/domain/ids.ts';
import type { QuoteFolder } from '#shared/domain/quote.ts';
import { message } from '#shared/messages/messages.ts';
import { QuoteViews } from './quote-views.ts';
import {
	deleteFolder,
	deleteQuote,
	findQuote,
	insertFolder,
	insertQuote,
	isRemoved,
	listFolders,
	listQuotes,
	type StoredQuote,
	updateFolderName,
	updateNote,
	updatePosition,
} from './quotes-repository.ts';

/** Quotations gathered in folders, in an order of the person's own. */
export class QuotesService {
	readonly #database: ArchiveDatabase;
	readonly #records: RecordsService;
	readonly #references: ReferencesService;
	readonly #author: () => string;

	/** @param author the name that quotations are kept under, asked each time. */
	constructor(database: ArchiveDatabase, records: RecordsService, references: ReferencesService, author: () => string) {
		this.#database = database;
		this.#records = records;
		this.#references = references;
		this.#author = author;
	}

	/** Every folder, oldest first; each quotation is compared with its edition. */
	list({ style }: { style: CitationStyle }): QuoteFolder[] {
		const views = new QuoteViews(this.#records, this.#references, style);
		const { reader } = this.#database;
		return listFolders(reader).map((folder) => ({
			...folder,
			quotes: listQuotes(reader, folder.id).map(({ position: _, ...quote }) => views.view(quote)),
		}));
	}

	/** A repeated call keeps one; `conflict` when that was removed meanwhile, `not-found` for a folder that is not there. */
	add({ id, folderId, recordId, range }: ArgumentOf<QuoteCalls['add']>): ValueOf<QuoteCalls['add']> {
		const { reader } = this.#database;
		const known = findQuote(reader, id);
		if (known) return { folderId: known.folderId, name: this.#folder(known.folderId).name };
		if (isRemoved(reader, 'quotes', id)) throw new AppError('conflict');
		const record = this.#records.get({ id: recordId });
		const { words, language } = this.#references.quotationOf(record, range, 'short');
		return this.#database.step('quoteAdded', (step) => {
			const folder = folderId === null ? this.#firstFolder(step) : this.#folder(folderId);
			const position = (listQuotes(step.writer, folder.id).at(-1)?.position ?? 0) + 1;
			const kept = { id, folderId: folder.id, position, recordId, range, note: '', author: this.#author() };
			insertQuote(step, { ...kept, exact: words, language });
			return { folderId: folder.id, name: folder.name };
		});
	}

	/** `conflict` when `revision` is not the stored one. */
	update({ id, revision, note }: ArgumentOf<QuoteCalls['update']>): void {
		this.#quote(id);
		this.#database.step('quoteChanged', (step) => updateNote(step, id, note, revision));
	}

	/** Only the row that moves changes, but where numbers between two neighbours have run out: then the folder is numbered anew. */
	move({ id, folderId, beforeId }: ArgumentOf<QuoteCalls['move']>): void {
		const moved = this.#quote(id);
		this.#folder(folderId);
		if (beforeId === id) return;
		const others = listQuotes(this.#database.reader, folderId).filter((quote) => quote.id !== id);
		const at = beforeId === null ? others.length : others.findIndex((quote) => quote.id === beforeId);
		if (at < 0) throw new AppError('not-found', { what: beforeId ?? '' });
		const position = between(others[at - 1]?.position, others[at]?.position);
		this.#database.step('quotesMoved', (step) => {
			if (position !== null) updatePosition(step, id, folderId, position);
			else
				for (const [index, quote] of others.toSpliced(at, 0, moved).entries())
					updatePosition(step, quote.id, folderId, index + 1);
		});
	}

	/** One undoable step for all of them; those that are gone already are passed over. */
	remove({ ids }: { ids: QuoteId[] }): void {
		this.#database.step('quotesRemoved', (step) => {
			for (const id of ids) deleteQuote(step, id);
		});
	}

	/** A repeated call makes one folder; `conflict` when that was removed meanwhile. */
	addFolder({ id, name }: { id: QuoteFolderId; name: string }): void {
		const { reader } = this.#database;
		if (listFolders(reader).some((folder) => folder.id === id)) return;
		if (isRemoved(reader, 'quote_folders', id)) throw new AppError('conflict');
		this.#database.step('quoteFolderAdded', (step) => insertFolder(step, id, name));
	}

	/** `conflict` when `revision` is not the stored one. */
	renameFolder({ id, name, revision }: ArgumentOf<QuoteCalls['renameFolder']>): void {
		this.#folder(id);
		this.#database.step('quoteFolderRenamed', (step) => updateFolderName(step, id, name, revision));
	}

	removeFolder({ id }: { id: QuoteFolderId }): void {
		if (isRemoved(this.#database.reader, 'quote_folders', id)) return;
		this.#folder(id);
		this.#database.step('quoteFolderRemoved', (step) => {
			for (const quote of listQuotes(step.writer, id)) deleteQuote(step, quote.id);
			deleteFolder(step, id);
		});
	}

	#quote(id: QuoteId): StoredQuote {
		const quote = findQuote(this.#database.reader, id);
		if (!quote) throw new AppError('not-found', { what: id });
		return quote;
	}

	#folder(id: QuoteFolderId): Omit<QuoteFolder, 'quotes'> {
		const folder = listFolders(this.#database.reader).find((each) => each.id === id);
		if (!folder) throw new AppError('not-found', { what: id });
		return folder;
	}

	/** Its id is derived, so that two copies of an archive which both made it merge without a double. */
	#firstFolder(step: Step): { id: QuoteFolderId; name: string } {
		const [first] = listFolders(step.writer);
		if (first) return first;
		const id = derivedId<QuoteFolderId>('quote-folder', getArchiveRow(step.writer)?.id ?? '');
		const name = message('quotes.first-folder');
		insertFolder(step, id, name);
		return { id, name };
	}
}

/** A number between two; null where there is none left. */
function between(before: number | undefined, after: number | undefined): number | null {
	if (before === undefined) return after === undefined ? 1 : after - 1;
	if (after === undefined) return before + 1;
	const middle = (before + after) / 2;
	return middle > before && middle < after ? middle : null;
}
