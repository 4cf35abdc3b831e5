import type { TextRange } from './annotation.ts';
import type { QuoteFolderId, QuoteId, RecordId } from './ids.ts';

/**
 * Whether the words of a quotation are still in their edition, at their place. `superseded`: they are, and the record shows
 * another edition since. `changed`: other words are there, or none. `in-bin`: its record is. `gone`: record or edition is not
 * in the archive.
 */
export const quoteStates = ['stands', 'superseded', 'changed', 'in-bin', 'gone'] as const;
export type QuoteState = (typeof quoteStates)[number];

/** Words that a person keeps with others, in an order of their own. */
export interface Quote {
	id: QuoteId;
	folderId: QuoteFolderId;
	recordId: RecordId;
	range: TextRange;
	/** The words as they were quoted; passages are joined by '\n'. Never changed. */
	exact: string;
	/** BCP 47 of the words; '' when it is not known. */
	language: string;
	note: string;
	author: string;
	/** ISO 8601 UTC. */
	createdAt: string;
	revision: number;
}

/** A quotation with what is known of it now. */
export interface QuoteView extends Quote {
	state: QuoteState;
	/** The record's; '' when that is gone. */
	title: string;
	/** In the style that was asked for; what was known when it was still there, where its place is gone. */
	reference: string;
	/** `lectern:` address of the place. */
	address: string;
}

export interface QuoteFolder {
	id: QuoteFolderId;
	name: string;
	/** ISO 8601 UTC. */
	createdAt: string;
	revision: number;
	/** In the person's order. */
	quotes: QuoteView[];
}

/** Files that quotations are written out as, with their references as footnotes. */
export const quoteFormats = ['docx', 'odt', 'markdown'] as const;
export type QuoteFormat = (typeof quoteFormats)[number];

/** Endings of the files that hold them, without the dot. */
export const quoteEndings: Readonly<Record<QuoteFormat, string>> = { docx: 'docx', odt: 'odt', markdown: 'md' };

/** What an export of quotations accounts for. */
export interface QuoteExportSummary {
	exported: number;
	/** Left out because their record's access is not open. */
	withheld: number;
	/** In the file, and flagged there: their words are no longer where they were quoted. */
	flagged: number;
}
