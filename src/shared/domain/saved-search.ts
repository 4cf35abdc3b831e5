import type { SavedSearchId } from './ids.ts';

/** What narrows, widens and orders a search; which parts there are, and what they mean, is the search's own. */
export type KeptFilters = Readonly<Record<string, KeptFilter>>;
type KeptFilter = string | boolean | readonly string[] | Readonly<Record<string, number>>;

/** A search that a person keeps, to see what it finds now and what has come since. */
export interface SavedSearch {
	id: SavedSearchId;
	name: string;
	/** The words, as typed. */
	text: string;
	filters: KeptFilters;
	/** ISO 8601 UTC. */
	createdAt: string;
	revision: number;
}
