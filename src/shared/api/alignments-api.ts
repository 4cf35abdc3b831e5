import * as v from 'valibot';
import type { AlignmentPair, ParallelEditions, SettledPassages } from '../domain/alignment.ts';
import type { EditionId } from '../domain/ids.ts';
import { idSchema, ordinalSchema } from './schemas.ts';

export interface AlignmentCalls {
	/**
	 * What people said of these two texts, whichever was on the left; also what was said of other editions of theirs, of
	 * passages that are still there. And, of a translation, what it was made of, where nobody says otherwise.
	 */
	list(argument: ParallelEditions): AlignmentPair[];
	/**
	 * The passages belong together from now on; those of one side alone belong to nothing in the other text. Takes the place
	 * of whatever was said of any of them in these two texts.
	 */
	settle(argument: SettledPassages): void;
	/** Takes back what was said of any of the passages in these two texts: they are aligned by themselves again. */
	remove(argument: SettledPassages): void;
}

const editions = { firstId: idSchema<EditionId>(), secondId: idSchema<EditionId>() };
const ordinalsSchema = v.pipe(v.array(ordinalSchema), v.maxLength(100));
const passages = { ...editions, first: ordinalsSchema, second: ordinalsSchema };

export const alignmentArguments = {
	list: v.object(editions),
	settle: v.object(passages),
	remove: v.object(passages),
};
