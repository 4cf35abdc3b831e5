import * as v from 'valibot';
import type { DateInText, DatePlace, RejectedDate } from '../domain/found-date.ts';
import type { EditionId, RecordId } from '../domain/ids.ts';
import { idSchema, lineSchema, ordinalSchema } from './schemas.ts';

/** Where to go on looking, and what is known of time there. */
export interface DateScanPlace {
	editionId: EditionId;
	ordinal: number;
	/** UTF-16; more than 0 only in a passage that is too long for one look. */
	offset: number;
	/** The last that a date before this place said; null where none did. */
	year: number | null;
}

export interface DateScanPage {
	dates: DateInText[];
	/** Null at the end, and for a record without text. */
	next: DateScanPlace | null;
	/** Blocks of the text that were looked through by now, of `total`. */
	done: number;
	total: number;
}

export interface FoundDateCalls {
	/**
	 * Looks through the next stretch of the text that a record shows, a few ten thousand characters, so that nobody waits
	 * for it long. What was rejected is among what is found: `rejected` tells.
	 */
	scan(argument: { recordId: RecordId; after: DateScanPlace | null }): DateScanPage;
	/** What was rejected in a record, with its place in the edition that this shows where the passage is still there. */
	rejected(argument: { recordId: RecordId }): RejectedDate[];
	/** One step for all of these words; `not-found` for a passage that is none of the record's. */
	reject(argument: { recordId: RecordId; places: DatePlace[] }): void;
	/** Takes the rejections back. */
	readmit(argument: { ids: string[] }): void;
}

const recordId = idSchema<RecordId>();
const editionId = idSchema<EditionId>();
const scanPlace: v.GenericSchema<unknown, DateScanPlace> = v.object({
	editionId,
	ordinal: ordinalSchema,
	offset: ordinalSchema,
	year: v.nullable(ordinalSchema),
});
const datePlace: v.GenericSchema<unknown, DatePlace> = v.object({
	editionId,
	ordinal: ordinalSchema,
	words: v.pipe(lineSchema, v.nonEmpty()),
	occurrence: ordinalSchema,
});

export const foundDateArguments = {
	scan: v.object({ recordId, after: v.nullable(scanPlace) }),
	rejected: v.object({ recordId }),
	reject: v.object({ recordId, places: v.pipe(v.array(datePlace), v.minLength(1), v.maxLength(1000)) }),
	readmit: v.object({ ids: v.pipe(v.array(idSchema()), v.minLength(1)) }),
};
