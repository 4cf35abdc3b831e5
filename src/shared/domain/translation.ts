import type { Edition } from './edition.ts';
import type { EditionId, RecordId } from './ids.ts';

/** `asked` for, `sent` out to a translator, or `home`: nothing is awaited any more. */
export const translationStatuses = ['asked', 'sent', 'home'] as const;
export type TranslationStatus = (typeof translationStatuses)[number];

/** What there is of a record in another language, or is to come. */
export interface Translation {
	recordId: RecordId;
	title: string;
	/** BCP 47, of the translation. */
	language: string;
	status: TranslationStatus;
	/** ISO 8601 UTC; since when it is that. */
	statusAt: string;
	/** The edition that is the translation; null while there is none. */
	editionId: EditionId | null;
	/** Who translated it; '' while nobody has, or where that is not told. */
	translator: string;
	/** Passages that are translated, of so many. */
	translatedCount: number;
	passageCount: number;
	/** Its access keeps it out of every export, and so from a translator. */
	isWithheld: boolean;
	/** What a translator gets of it is its redacted text. */
	isRedacted: boolean;
	/** Names are to be withheld in it, and its text has not been redacted. */
	hasWithheldNames: boolean;
}

/** A record, and the language that it is to be translated into. */
export type TranslationAim = Pick<Translation, 'recordId' | 'language'>;

/** Whether a file can be written for a translator. */
export function mayGoOut({ isWithheld, passageCount }: Pick<Translation, 'isWithheld' | 'passageCount'>): boolean {
	return !isWithheld && passageCount > 0;
}

/** What a translator is to be given. */
export interface TranslationSheetRequest {
	/** At least one. */
	aims: readonly TranslationAim[];
	/** In a ZIP file, as several always are. */
	isPacked: boolean;
	format: TranslationFormat;
}

/** A Word document, XLIFF 2.1 for programs that translators work with, or numbered plain text. */
export const translationFormats = ['docx', 'xliff', 'text'] as const;
export type TranslationFormat = (typeof translationFormats)[number];
export const translationEndings: Readonly<Record<TranslationFormat, string>> = {
	docx: 'docx',
	xliff: 'xlf',
	text: 'txt',
};

/** What is in such a file, or in all of them. */
export interface TranslationSheetSummary {
	fileCount: number;
	passageCount: number;
	/** Passages whose translation is there already and stands in the file. */
	doneCount: number;
	/** A text that goes out is the one with names blacked out. */
	isRedacted: boolean;
	/** Names that are to be withheld are said of a record whose text has not been redacted. */
	hasWithheldNames: boolean;
}

/** A row of a file that has no passage here, with the words that nobody would find otherwise. */
export interface StrayRow {
	label: string;
	text: string;
}

/** What came of bringing in a translation. */
export interface TranslationOutcome {
	recordId: RecordId;
	title: string;
	language: string;
	edition: Edition;
	/** Passages that are translated now, of so many. */
	translatedCount: number;
	passageCount: number;
	/** Rows without a translation, as they are numbered. */
	blank: string[];
	/** Rows that say nothing now and whose translation was here before: it stays. */
	keptCount: number;
	stray: StrayRow[];
	/** Rows that were there more than once with other words: these stand one under the other. */
	repeated: string[];
	/** Rows that a translator joined into one. */
	joined: string[][];
	/** It was made of a text that the record does not show any more. */
	isOfEarlier: boolean;
	/** Another translation into this language was here before, and is an earlier one now. */
	hasReplaced: boolean;
	/** Nothing is other than it was. */
	isSame: boolean;
}

/** Among the parameters of an edition: the SHA-256 of the file that its translation came in. */
export const sheetParameter = 'sheet';
