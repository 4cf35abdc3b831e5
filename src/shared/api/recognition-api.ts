import * as v from 'valibot';
import type { JobId, RecordId } from '../domain/ids.ts';
import { mostLanguagesAtOnce, type RecognitionLanguage } from '../domain/recognition.ts';
import { type FileSource, fileSourceSchema } from './file-source.ts';
import { idSchema } from './schemas.ts';

export interface RecognitionCalls {
	/** All that pictures can be read in here, and those whose data are not installed. */
	languages(): RecognitionLanguage[];
	/**
	 * Starts recognising the text of these records' pictures and scanned PDFs; each gets a new edition, which it shows from
	 * then on. `id` is the client's. `languages` are codes; an empty list finds out for each record by itself. Throws
	 * invalid-input for a language without data.
	 */
	start(argument: { id: JobId; recordIds: RecordId[]; languages: string[] }): JobId;
	/** Copies a `.traineddata` file into this person's data folder. Throws invalid-input where it is none. */
	addLanguage(argument: { source: FileSource }): RecognitionLanguage;
	/** Removes data that this person added; what came with Lectern under the same code is used again. */
	removeLanguage(argument: { code: string }): void;
}

const codeSchema = v.pipe(v.string(), v.regex(/^[A-Za-z][\w-]{1,39}$/));

export const recognitionArguments = {
	languages: v.undefined(),
	start: v.object({
		id: idSchema<JobId>(),
		recordIds: v.pipe(v.array(idSchema<RecordId>()), v.minLength(1)),
		languages: v.pipe(v.array(codeSchema), v.maxLength(mostLanguagesAtOnce)),
	}),
	addLanguage: v.object({ source: fileSourceSchema }),
	removeLanguage: v.object({ code: codeSchema }),
};
