import * as v from 'valibot';
import type { SavedSearchId } from '../domain/ids.ts';
import type { KeptFilters, SavedSearch } from '../domain/saved-search.ts';
import { idSchema, lineSchema, nothing } from './schemas.ts';

export interface SavedSearchCalls {
	/** By name. */
	list(): SavedSearch[];
	add(argument: { id: SavedSearchId; name: string; text: string; filters: KeptFilters }): void;
	rename(argument: { id: SavedSearchId; name: string; revision: number }): void;
	remove(argument: { id: SavedSearchId }): void;
}

const nameSchema = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(500));
const valueSchema = v.union([lineSchema, v.boolean(), v.array(lineSchema), v.record(v.string(), v.number())]);

export const savedSearchArguments = {
	list: nothing,
	add: v.object({
		id: idSchema<SavedSearchId>(),
		name: nameSchema,
		text: lineSchema,
		filters: v.record(v.string(), valueSchema),
	}),
	rename: v.object({ id: idSchema<SavedSearchId>(), name: nameSchema, revision: v.number() }),
	remove: v.object({ id: idSchema<SavedSearchId>() }),
};
