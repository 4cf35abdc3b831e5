import * as v from 'valibot';
import {
	type CommonDescription,
	type DescribedRecordFields,
	type Description,
	type DescriptionFields,
	descriptionLevels,
	type ListChanges,
} from '../domain/description.ts';
import type { RecordId } from '../domain/ids.ts';
import { optionalRecordFields, sharedFieldSchemas } from './records-api.ts';
import { idSchema, lineSchema, textSchema } from './schemas.ts';

export interface DescriptionCalls {
	/** Empty fields where nothing was written. */
	get(argument: { recordId: RecordId }): Description;
	/** What these records say alike, for who describes them together. Throws not-found. */
	common(argument: { recordIds: RecordId[] }): CommonDescription;
	/**
	 * Writes these fields, and no others, on every one of the records: one step to undo. With `revision`, for one record,
	 * `conflict` when its description was changed since. The title and where it is known from are for one record alone.
	 */
	update(argument: {
		recordIds: RecordId[];
		fields: Partial<DescriptionFields>;
		recordFields?: Partial<DescribedRecordFields>;
		lists?: ListChanges;
		revision?: number;
	}): void;
	/** Who gave it, as it was written; '' when it was not. In no list, search or export. */
	giver(argument: { recordId: RecordId }): string;
	/** '' takes it back. The custody log gets a commitment, not the name. */
	setGiver(argument: { recordId: RecordId; name: string }): void;
}

const words = v.array(v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(500)));
const fields = v.object({
	referenceCode: v.exactOptional(lineSchema),
	level: v.exactOptional(v.picklist(descriptionLevels)),
	extent: v.exactOptional(lineSchema),
	custodialHistory: v.exactOptional(textSchema),
	accessConditions: v.exactOptional(textSchema),
	receivedOn: v.exactOptional(lineSchema),
	receivedBy: v.exactOptional(lineSchema),
	sensitivity: v.exactOptional(textSchema),
	withheldNames: v.exactOptional(words),
});
const lists = {
	addWithheldNames: v.exactOptional(words),
	addTags: v.exactOptional(words),
	removeTags: v.exactOptional(words),
};
const recordFields = {
	...sharedFieldSchemas,
	title: optionalRecordFields.title,
	knownFrom: optionalRecordFields.knownFrom,
};
const recordId = idSchema<RecordId>();

export const descriptionArguments = {
	get: v.object({ recordId }),
	common: v.object({ recordIds: v.pipe(v.array(recordId), v.minLength(1)) }),
	update: v.pipe(
		v.object({
			recordIds: v.pipe(v.array(recordId), v.minLength(1)),
			fields,
			recordFields: v.exactOptional(v.object(recordFields)),
			lists: v.exactOptional(v.object(lists)),
			revision: v.exactOptional(v.number()),
		}),
		v.check(
			({ recordIds, recordFields: { title, knownFrom } = {} }) =>
				recordIds.length === 1 || (title === undefined && knownFrom === undefined),
		),
	),
	giver: v.object({ recordId }),
	setGiver: v.object({ recordId, name: lineSchema }),
};
