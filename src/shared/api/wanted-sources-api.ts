import * as v from 'valibot';
import type { RecordId } from '../domain/ids.ts';
import { sourceStatuses, type WantedSource, type WantedSourceFields } from '../domain/wanted-source.ts';
import { idSchema, lineSchema, textSchema } from './schemas.ts';

export interface WantedSourceCalls {
	/** Records that are described only, and those that were until they arrived; the most cited first. */
	list(): WantedSource[];
	/** `revision` is that of the list; `conflict` when it was written since. */
	update(argument: { recordId: RecordId; revision: number; fields: Partial<WantedSourceFields> }): void;
}

export const wantedSourceArguments = {
	list: v.undefined(),
	update: v.object({
		recordId: idSchema<RecordId>(),
		revision: v.pipe(v.number(), v.integer()),
		fields: v.object({
			status: v.exactOptional(v.picklist(sourceStatuses)),
			askedOn: v.exactOptional(lineSchema),
			note: v.exactOptional(textSchema),
		}),
	}),
};
