import * as v from 'valibot';
import type { FoundCandidate, RejectedName } from '../domain/name-suggestion.ts';
import { idSchema } from './schemas.ts';

export interface NameSuggestionCalls {
	/**
	 * Reads the next passages for words that look like names, as far as `limit` passages; `next` is what to go on after, null
	 * at the end. What is known already, and what was rejected, is for the asker to leave out.
	 */
	scan(argument: { after: string | null; limit: number }): {
		candidates: FoundCandidate[];
		next: string | null;
		passageCount: number;
		total: number;
	};
	/** What was said to be no name. */
	rejected(): RejectedName[];
	/** One step for all of these words. */
	reject(argument: { texts: string[] }): void;
	/** Takes back that they are no names. */
	readmit(argument: { ids: string[] }): void;
}

const mostPassages = 5000;
const textSchema = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(500));

export const nameSuggestionArguments = {
	scan: v.object({
		after: v.nullable(v.pipe(v.string(), v.maxLength(100))),
		limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostPassages)),
	}),
	rejected: v.undefined(),
	reject: v.object({ texts: v.pipe(v.array(textSchema), v.minLength(1), v.maxLength(1000)) }),
	readmit: v.object({ ids: v.pipe(v.array(idSchema()), v.minLength(1)) }),
};
