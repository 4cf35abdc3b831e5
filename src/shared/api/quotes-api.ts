import * as v from 'valibot';
import type { CitationStyle, CitedRange } from '../domain/citation.ts';
import type { QuoteFolderId, QuoteId, RecordId } from '../domain/ids.ts';
import { type QuoteExportSummary, type QuoteFolder, type QuoteFormat, quoteFormats } from '../domain/quote.ts';
import { textRangeSchema } from './annotations-api.ts';
import { styleSchema } from './references-api.ts';
import { idSchema, lineSchema, textSchema } from './schemas.ts';

/** Which quotations to export, and how to cite. */
export interface QuoteExport {
	folderId: QuoteFolderId;
	format: QuoteFormat;
	style: CitationStyle;
}

export interface QuoteCalls {
	/** Every folder, oldest first, each with its quotations in order; every one is compared with its edition. */
	list(argument: { style: CitationStyle }): QuoteFolder[];
	/**
	 * Puts words at the end of a folder: without one of the first, which is made where there is none. Gives the folder's name.
	 * A repeated call keeps one quotation; `conflict` when that was removed meanwhile.
	 */
	add(argument: {
		id: QuoteId;
		folderId: QuoteFolderId | null;
		recordId: RecordId;
		range: NonNullable<CitedRange['range']>;
	}): { folderId: QuoteFolderId; name: string };
	/** `conflict` when `revision` is not the stored one. */
	update(argument: { id: QuoteId; revision: number; note: string }): void;
	/** Puts a quotation before another of that folder, or at its end. */
	move(argument: { id: QuoteId; folderId: QuoteFolderId; beforeId: QuoteId | null }): void;
	remove(argument: { ids: QuoteId[] }): void;
	addFolder(argument: { id: QuoteFolderId; name: string }): void;
	renameFolder(argument: { id: QuoteFolderId; name: string; revision: number }): void;
	/** With its quotations; one step to undo. */
	removeFolder(argument: { id: QuoteFolderId }): void;
	/** The whole file: for clients that keep it themselves. */
	exportBytes(argument: QuoteExport): QuoteExportSummary & { bytes: Uint8Array };
	/** Writes the file, over what has that name. */
	exportTo(argument: QuoteExport & { path: string }): QuoteExportSummary;
}

const nameSchema = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(500));
const id = idSchema<QuoteId>();
const folderId = idSchema<QuoteFolderId>();
const exported = { folderId, format: v.picklist(quoteFormats), style: styleSchema };

export const quoteArguments = {
	list: v.object({ style: styleSchema }),
	add: v.object({
		id,
		folderId: v.nullable(folderId),
		recordId: idSchema<RecordId>(),
		range: textRangeSchema,
	}),
	update: v.object({ id, revision: v.number(), note: textSchema }),
	move: v.object({ id, folderId, beforeId: v.nullable(id) }),
	remove: v.object({ ids: v.pipe(v.array(id), v.minLength(1)) }),
	addFolder: v.object({ id: folderId, name: nameSchema }),
	renameFolder: v.object({ id: folderId, name: nameSchema, revision: v.number() }),
	removeFolder: v.object({ id: folderId }),
	exportBytes: v.object(exported),
	exportTo: v.object({ ...exported, path: lineSchema }),
};
