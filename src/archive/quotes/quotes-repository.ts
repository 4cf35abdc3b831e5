import type { Reader } from '#archive/db/connection.ts';
import type { Step } from '#archive/db/step.ts';
import type { QuoteFolderId, QuoteId } from '#shared/domain/ids.ts';
import type { Quote, QuoteFolder } from '#shared/domain/quote.ts';

/** A quotation with its place in its folder. */
export interface StoredQuote extends Quote {
	position: number;
}

interface QuoteRow extends Omit<StoredQuote, 'range'> {
	editionId: Quote['range']['editionId'];
	startOrdinal: number;
	startOffset: number;
	endOrdinal: number;
	endOffset: number;
}

const quoteColumns = `id, folder_id AS folderId, position, record_id AS recordId, edition_id AS editionId,
	start_ordinal AS startOrdinal, start_offset AS startOffset, end_ordinal AS endOrdinal, end_offset AS endOffset,
	exact, language, note, author, created_at AS createdAt, revision`;

/** Oldest first. */
export function listFolders(reader: Reader): Omit<QuoteFolder, 'quotes'>[] {
	return reader.all(
		`SELECT id, name, created_at AS createdAt, revision FROM quote_folders
		WHERE deleted_clock IS NULL ORDER BY created_at, id`,
	);
}

/** In the order of the folder. Two that came to one number by a merge are told apart by their ids. */
export function listQuotes(reader: Reader, folderId: QuoteFolderId): StoredQuote[] {
	return reader
		.all<QuoteRow>(
			`SELECT ${quoteColumns} FROM quotes WHERE folder_id = ? AND deleted_clock IS NULL ORDER BY position, id`,
			folderId,
		)
		.map(toQuote);
}

export function findQuote(reader: Reader, id: QuoteId): StoredQuote | undefined {
	const row = reader.get<QuoteRow>(`SELECT ${quoteColumns} FROM quotes WHERE id = ? AND deleted_clock IS NULL`, id);
	return row && toQuote(row);
}

/** Whether a row was there once and is removed. */
export function isRemoved(reader: Reader, table: 'quotes' | 'quote_folders', id: string): boolean {
	return reader.get(`SELECT 1 FROM ${table} WHERE id = ? AND deleted_clock IS NOT NULL`, id) !== undefined;
}

export function insertQuote(step: Step, quote: Omit<StoredQuote, 'createdAt' | 'revision'>): void {
	const { id, folderId, position, recordId, range, exact, language, note, author } = quote;
	step.insert('quotes', id, {
		...{ folder_id: folderId, position, record_id: recordId, edition_id: range.editionId },
		...{ start_ordinal: range.startOrdinal, start_offset: range.startOffset },
		...{ end_ordinal: range.endOrdinal, end_offset: range.endOffset },
		...{ exact, language, note, author, created_at: step.at },
	});
}

export function updateNote(step: Step, id: QuoteId, note: string, revision: number): void {
	step.update('quotes', id, { note }, revision);
}

export function updatePosition(step: Step, id: QuoteId, folderId: QuoteFolderId, position: number): void {
	step.update('quotes', id, { folder_id: folderId, position });
}

export function deleteQuote(step: Step, id: QuoteId): void {
	step.remove('quotes', id);
}

export function insertFolder(step: Step, id: QuoteFolderId, name: string): void {
	step.insert('quote_folders', id, { name, created_at: step.at });
}

export function updateFolderName(step: Step, id: QuoteFolderId, name: string, revision: number): void {
	step.update('quote_folders', id, { name }, revision);
}

export function deleteFolder(step: Step, id: QuoteFolderId): void {
	step.remove('quote_folders', id);
}

function toQuote(row: QuoteRow): StoredQuote {
	const { editionId, startOrdinal, startOffset, endOrdinal, endOffset, ...quote } = row;
	return { ...quote, range: { editionId, startOrdinal, startOffset, endOrdinal, endOffset } };
}
