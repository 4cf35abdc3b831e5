import * as v from 'valibot';
import type { EditionId, NameId, RecordId } from '../domain/ids.ts';
import { type Mention, type MentionPlace, type Verdict, verdicts } from '../domain/mention.ts';
import { idSchema, lineSchema, ordinalSchema } from './schemas.ts';

export interface MentionCalls {
	/** Every passage that was judged for this name, or for one that was merged into it; those in the bin left out. */
	list(argument: { nameId: NameId }): Mention[];
	/** One step for all of the passages; null takes back what was said of them. `not-found` for a passage that is not there. */
	judge(argument: { nameId: NameId; places: MentionPlace[]; verdict: Verdict | null }): void;
}

const mostPlaces = 10_000;
const placeSchema: v.GenericSchema<unknown, MentionPlace> = v.object({
	recordId: idSchema<RecordId>(),
	editionId: idSchema<EditionId>(),
	ordinal: ordinalSchema,
	words: lineSchema,
});

export const mentionArguments = {
	list: v.object({ nameId: idSchema<NameId>() }),
	judge: v.object({
		nameId: idSchema<NameId>(),
		places: v.pipe(v.array(placeSchema), v.minLength(1), v.maxLength(mostPlaces)),
		verdict: v.nullable(v.picklist(verdicts)),
	}),
};
