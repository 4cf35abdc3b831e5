import * as v from 'valibot';
import type { CatalogueEntry, CataloguePlan } from '../domain/catalogue.ts';
import { descriptionLevels } from '../domain/description.ts';
import type { JobId } from '../domain/ids.ts';
import { optionalRecordFields } from './records-api.ts';
import { idSchema, lineSchema, ordinalSchema, sha256Schema, textSchema } from './schemas.ts';

export interface CatalogueCalls {
	/**
	 * What bringing in these rows would do, in their order. A row describes the record that holds the file with its digest,
	 * else the one with its reference code; else it is a record of its own. With `replaces`, what is written there already
	 * gives way; without, only what is empty is filled.
	 */
	preview(argument: { entries: CatalogueEntry[]; replaces: boolean }): CataloguePlan[];
	/** Does it, as a job with an entry for each row; all of it is one step to undo. `id` is the client's. */
	importRows(argument: { id: JobId; fileName: string; entries: CatalogueEntry[]; replaces: boolean }): JobId;
}

const { title, kind, creators, dates, languages, description, rights, source, knownFrom } = optionalRecordFields;

const entries = v.array(
	v.object({
		row: ordinalSchema,
		fields: v.object({ title, kind, creators, dates, languages, description, rights, source, knownFrom }),
		description: v.object({
			referenceCode: v.exactOptional(lineSchema),
			level: v.exactOptional(v.picklist(descriptionLevels)),
			extent: v.exactOptional(lineSchema),
			custodialHistory: v.exactOptional(textSchema),
			accessConditions: v.exactOptional(textSchema),
		}),
		sha256: v.exactOptional(sha256Schema),
		unread: v.exactOptional(v.array(lineSchema)),
	}),
);

export const catalogueArguments = {
	preview: v.object({ entries, replaces: v.boolean() }),
	importRows: v.object({ id: idSchema<JobId>(), fileName: lineSchema, entries, replaces: v.boolean() }),
};
