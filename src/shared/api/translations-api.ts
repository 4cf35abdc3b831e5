import * as v from 'valibot';
import type { Edition } from '../domain/edition.ts';
import type { EditionId, RecordId } from '../domain/ids.ts';
import { canonicalLanguage } from '../domain/language-tag.ts';
import {
	type Translation,
	type TranslationAim,
	type TranslationOutcome,
	type TranslationSheetRequest,
	type TranslationSheetSummary,
	translationFormats,
} from '../domain/translation.ts';
import { type FileSource, fileSourceSchema } from './file-source.ts';
import { idSchema, lineSchema } from './schemas.ts';

export interface TranslationCalls {
	/** What is asked for in another language and what there is, of all records or of one; what is awaited first. */
	list(argument: { recordId?: RecordId }): Translation[];
	/** Asks for records in a language; gives how many were not asked for already. One step to undo. */
	ask(argument: { recordIds: RecordId[]; language: string }): number;
	/** Nothing is awaited any more; a translation that is there stays. One step to undo. */
	stop(argument: { recordIds: RecordId[]; language: string }): void;
	/** What a translator gets, for clients that keep it themselves. The records are *sent out* from then on, in one step. */
	exportBytes(argument: TranslationSheetRequest): TranslationSheetSummary & { bytes: Uint8Array };
	/** Writes it, over what has that name. */
	exportTo(argument: TranslationSheetRequest & { path: string }): TranslationSheetSummary;
	/**
	 * Reads a file that came home and makes the translation of it, which the record offers and the search finds from now on.
	 * The file says itself of which text it is; `recordId` and `language` are for one that does not, and are compared with
	 * what it says. Throws what reading throws, `not-found` where its text is not in this archive, and `invalid-input` for a
	 * file without translated passages.
	 */
	bringIn(argument: {
		source: FileSource;
		recordId?: RecordId;
		language?: string;
		/** Who translated it. */
		translator: string;
	}): Promise<TranslationOutcome>;
	/** The same of numbered text ("[12] …") that somebody typed or pasted. It is all there is: what is blank has none. */
	write(argument: {
		recordId: RecordId;
		baseEditionId: EditionId;
		language: string;
		text: string;
		translator: string;
	}): TranslationOutcome;
	/**
	 * What one begins to type with: the text that is translated, its translation of now (null before there is one), and the
	 * passages under their numbers, as far as they are translated.
	 */
	begun(argument: { recordId: RecordId; language: string }): {
		base: Edition;
		translation: Edition | null;
		text: string;
	};
}

/** A tag of BCP 47, as `Intl` spells it. */
const languageSchema = v.custom<string>(
	(value) => typeof value === 'string' && canonicalLanguage(value) === value,
	'is no language',
);
const translatorSchema = v.pipe(v.string(), v.trim(), v.maxLength(500));
const recordIds = v.pipe(v.array(idSchema<RecordId>()), v.minLength(1));
const aimsSchema: v.GenericSchema<unknown, TranslationAim[]> = v.pipe(
	v.array(v.object({ recordId: idSchema<RecordId>(), language: languageSchema })),
	v.minLength(1),
);
const sheet = {
	aims: aimsSchema,
	isPacked: v.boolean(),
	format: v.picklist(translationFormats),
};

export const translationArguments = {
	list: v.object({ recordId: v.exactOptional(idSchema<RecordId>()) }),
	ask: v.object({ recordIds, language: languageSchema }),
	stop: v.object({ recordIds, language: languageSchema }),
	exportBytes: v.object(sheet),
	exportTo: v.object({ ...sheet, path: lineSchema }),
	bringIn: v.object({
		source: fileSourceSchema,
		recordId: v.exactOptional(idSchema<RecordId>()),
		language: v.exactOptional(languageSchema),
		translator: translatorSchema,
	}),
	write: v.object({
		recordId: idSchema<RecordId>(),
		baseEditionId: idSchema<EditionId>(),
		language: languageSchema,
		text: v.pipe(v.string(), v.maxLength(32 * 1024 * 1024)),
		translator: translatorSchema,
	}),
	begun: v.object({ recordId: idSchema<RecordId>(), language: languageSchema }),
};
