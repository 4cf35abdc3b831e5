import * as v from 'valibot';
import type { StoredBlock } from '../domain/block.ts';
import type { Edition, NewEditionOutcome } from '../domain/edition.ts';
import type { ShownPictureType } from '../domain/figure.ts';
import type { CollectionId, EditionId, JobId, RecordId, Sha256 } from '../domain/ids.ts';
import { type OldFont, oldFonts } from '../domain/old-fonts.ts';
import type { PageLayout } from '../domain/page-layout.ts';
import { type PagePart, pageParts } from '../domain/page-part.ts';
import type { RecognisedLayout } from '../domain/recognised-layout.ts';
import type { DraftSubject, TextDraft, TranslationDraft } from '../domain/text-draft.ts';
import type { TextOpening } from '../domain/text-outline.ts';
import { type FileSource, fileSourceSchema } from './file-source.ts';
import { idSchema, lineSchema, ordinalSchema, sha256Schema } from './schemas.ts';

/** A picture as a window draws it. */
export interface ShownPicture {
	mediaType: ShownPictureType;
	bytes: Uint8Array;
}

export interface EditionCalls {
	get(argument: { id: EditionId }): Edition;
	/** What a text is shown by before all of it is there: the rest is asked for by `blocks`. */
	opening(argument: { id: EditionId; ordinal: number }): TextOpening;
	/** In order; all of them, or those from one ordinal to another, both included. */
	blocks(argument: { id: EditionId; from?: number; to?: number }): StoredBlock[];
	/**
	 * The bytes of the picture that stands at a place of a text, taken out of its original. Throws not-found where there is
	 * none or the original is not there, and damaged-original where what lies there is not the picture that was read.
	 */
	picture(argument: { id: EditionId; ordinal: number }): ShownPicture;
	/** Where its text stands on a page of its original; without runs where that is not known. */
	layout(argument: { id: EditionId; page: number }): PageLayout;
	/**
	 * Where its passages stand on the pages they were read from: boxes in fractions of the page, with how sure each word
	 * is. One page at a time where the text is long. Empty for an edition that was not read from pictures.
	 */
	recognised(argument: { id: EditionId; page?: number }): RecognisedLayout;
	/** Which passage of one edition is which of another, by ordinal, in the order of the first. */
	counterparts(argument: { id: EditionId; otherId: EditionId }): [number, number][];
	/**
	 * Reads the record's file again, as its importer reads it by now, in another encoding, as set in an old font or another
	 * part of the page, and adds the result as a new edition; gives the shown one where it comes out the same.
	 */
	reread(argument: { recordId: RecordId; encoding?: string; font?: OldFont; part?: PagePart }): Edition;
	/**
	 * Brings in a file as a new edition, which the record shows from now on, and carries its annotations and links over: one
	 * step to undo, and a job that can be cancelled (`id` is the client's). Answers when it has ended. Throws what reading
	 * throws, and `cancelled`, and then writes nothing.
	 */
	addFrom(argument: {
		id: JobId;
		recordId: RecordId;
		source: FileSource;
		/** The recording of the record that it is the text of; absent or null for a text of none. */
		recordingSha256?: Sha256 | null;
	}): NewEditionOutcome;
	/**
	 * Keeps a text with times before its paragraphs ("[00:12:31] …") as the transcript of this recording of the record,
	 * which it shows from now on. `baseEditionId` is the edition that was edited, if one was; `language` 'und' is guessed.
	 */
	transcribe(argument: {
		recordId: RecordId;
		originalSha256: Sha256;
		text: string;
		language: string;
		baseEditionId: EditionId | null;
	}): Edition;
	/**
	 * Keeps a typed text (`shared/writing/written-text.ts`) as a transcription made by the person: an edition that the record
	 * shows from now on, and one step to undo. `baseEditionId` is the edition that was corrected, null where there was none;
	 * then it is of the record's first original. The draft is finished with it. Throws invalid-input for a text without words.
	 */
	write(argument: { recordId: RecordId; text: string; language: string; baseEditionId: EditionId | null }): Edition;
	/**
	 * Keeps a typed text as a redaction of that edition: what a share carries in the place of all other texts of the record.
	 * The record goes on showing what it showed. One step to undo. Throws invalid-input for a text without words.
	 */
	redact(argument: { recordId: RecordId; text: string; baseEditionId: EditionId }): Edition;
	/** Shares carry all texts of the record again; its redacted text stays. One step to undo. */
	endRedaction(argument: { recordId: RecordId }): void;
	/** The typed text with every name blacked out that is to be withheld, in any form that the search finds it in. */
	blackOut(argument: { text: string }): Promise<{ text: string; count: number }>;
	/** What is being written of it; null where nothing is. */
	draft(argument: DraftSubject): TextDraft | null;
	/** Puts what was written so far on disk, in the place of what was there; gives when. It is nobody's step. */
	keepDraft(argument: Omit<TextDraft, 'savedAt'>): string;
	dropDraft(argument: DraftSubject): void;
	/** The encodings that `reread` takes, as iconv-lite spells them. */
	encodings(): string[];
}

/** What to read back: everything, these originals, or what these records or a collection with all below it hold. */
export interface VerifyChoice {
	sha256s?: Sha256[];
	recordIds?: RecordId[];
	collectionId?: CollectionId;
}
/** The most that one call reads of an original, in bytes. */
export const longestRangeBytes = 4 * 1024 * 1024;

export interface OriginalCalls {
	/** What is kept under that digest; not-found where nothing is. */
	describe(argument: { sha256: Sha256 }): { mediaType: string; sizeBytes: number };
	/**
	 * A part of the bytes as received, shorter where they end; not checked against their digest, which is of the whole.
	 * `damaged-original` where they are missing in the archive.
	 */
	readRange(argument: { sha256: Sha256; offset: number; length: number }): Uint8Array;
	/** Writes the bytes as received to `path`, checked against their digest on the way; never over an existing file. */
	saveTo(argument: { sha256: Sha256; path: string }): void;
	/** Starts a job that reads back originals and texts and compares digests. Its report is kept where that is possible. */
	verify(argument: VerifyChoice): JobId;
}

/** A day's talk, a hundred times over. */
const typedTextSchema = v.pipe(v.string(), v.maxLength(32 * 1024 * 1024));
const translationDraftSchema = v.custom<TranslationDraft>(
	(value) => typeof value === 'string' && /^translation [A-Za-z0-9-]{2,100}$/.test(value),
	'is no translation',
);
const draftSubject = {
	recordId: idSchema<RecordId>(),
	about: v.union([v.literal(''), v.literal('redaction'), translationDraftSchema, sha256Schema]),
};

export const editionArguments = {
	get: v.object({ id: idSchema<EditionId>() }),
	opening: v.object({ id: idSchema<EditionId>(), ordinal: ordinalSchema }),
	blocks: v.object({
		id: idSchema<EditionId>(),
		from: v.exactOptional(ordinalSchema),
		to: v.exactOptional(ordinalSchema),
	}),
	picture: v.object({ id: idSchema<EditionId>(), ordinal: ordinalSchema }),
	layout: v.object({ id: idSchema<EditionId>(), page: ordinalSchema }),
	recognised: v.object({ id: idSchema<EditionId>(), page: v.exactOptional(ordinalSchema) }),
	counterparts: v.object({ id: idSchema<EditionId>(), otherId: idSchema<EditionId>() }),
	reread: v.object({
		recordId: idSchema<RecordId>(),
		encoding: v.exactOptional(lineSchema),
		font: v.exactOptional(v.picklist(oldFonts)),
		part: v.exactOptional(v.picklist(pageParts)),
	}),
	addFrom: v.object({
		id: idSchema<JobId>(),
		recordId: idSchema<RecordId>(),
		source: fileSourceSchema,
		recordingSha256: v.exactOptional(v.nullable(sha256Schema)),
	}),
	transcribe: v.object({
		recordId: idSchema<RecordId>(),
		originalSha256: sha256Schema,
		text: typedTextSchema,
		language: lineSchema,
		baseEditionId: v.nullable(idSchema<EditionId>()),
	}),
	write: v.object({
		recordId: idSchema<RecordId>(),
		text: typedTextSchema,
		language: lineSchema,
		baseEditionId: v.nullable(idSchema<EditionId>()),
	}),
	redact: v.object({
		recordId: idSchema<RecordId>(),
		text: typedTextSchema,
		baseEditionId: idSchema<EditionId>(),
	}),
	endRedaction: v.object({ recordId: idSchema<RecordId>() }),
	blackOut: v.object({ text: typedTextSchema }),
	draft: v.object(draftSubject),
	keepDraft: v.object({
		...draftSubject,
		text: typedTextSchema,
		language: lineSchema,
		baseEditionId: v.nullable(idSchema<EditionId>()),
		translationId: v.nullable(idSchema<EditionId>()),
	}),
	dropDraft: v.object(draftSubject),
	encodings: v.undefined(),
};
export const originalArguments = {
	describe: v.object({ sha256: sha256Schema }),
	readRange: v.object({
		sha256: sha256Schema,
		offset: ordinalSchema,
		length: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(longestRangeBytes)),
	}),
	saveTo: v.object({ sha256: sha256Schema, path: lineSchema }),
	verify: v.object({
		sha256s: v.exactOptional(v.array(sha256Schema)),
		recordIds: v.exactOptional(v.array(idSchema<RecordId>())),
		collectionId: v.exactOptional(idSchema<CollectionId>()),
	}),
};
