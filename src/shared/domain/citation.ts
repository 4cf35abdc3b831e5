import type { TextRange } from './annotation.ts';
import type { RecordId } from './ids.ts';

/** `short` speaks the language of the interface; the others have one of their own, as the styles do. */
export const citationStyles = ['chicago', 'gost', 'armenian', 'short'] as const;
export type CitationStyle = (typeof citationStyles)[number];

export function isCitationStyle(value: unknown): value is CitationStyle {
	return (citationStyles as readonly unknown[]).includes(value);
}

/** Files that programs for references read. */
export const bibliographyFormats = ['bibtex', 'ris', 'csl-json'] as const;
export type BibliographyFormat = (typeof bibliographyFormats)[number];

/** Endings of the files that hold them, without the dot. */
export const bibliographyEndings: Readonly<Record<BibliographyFormat, string>> = {
	bibtex: 'bib',
	ris: 'ris',
	'csl-json': 'json',
};

/** What is to be cited: words of a text, or a record as a whole. */
export interface CitedRange {
	recordId: RecordId;
	range: TextRange | null;
}

/** Words as they stand in the text, with what leads back to them. */
export interface Quotation {
	/** Passages are joined by '\n'; '' for a record as a whole. */
	words: string;
	/** BCP 47 of the words; '' when it is not known. */
	language: string;
	/** In the style that was asked for, one line. */
	reference: string;
	/** `lectern:` address of the place. */
	address: string;
	/** ¶ numbers, "3" or "3–5"; '' where there are none. */
	numbers: string;
}

/** Which records to export: all outside the bin, or these. */
export interface RecordChoice {
	ids?: RecordId[];
}
