import type { Reader } from '#archive/db/connection.ts';
import type { Step } from '#archive/db/step.ts';
import type { SavedSearchId } from '#shared/domain/ids.ts';
import type { KeptFilters, SavedSearch } from '#shared/domain/saved-search.ts';

type SavedSearchRow = Omit<SavedSearch, 'filters'> & { filters: string };

/** By name. */
export function listSavedSearches(reader: Reader): SavedSearch[] {
	const rows = reader.all<SavedSearchRow>(
		`SELECT id, name, text, filters, created_at AS createdAt, revision FROM saved_searches
		WHERE deleted_clock IS NULL ORDER BY name, id`,
	);
	return rows.map((row) => ({ ...row, filters: JSON.parse(row.filters) as KeptFilters }));
}

/** Whether it is there, was there, or neither. */
export function findSavedSearchState(reader: Reader, id: string): 'live' | 'removed' | undefined {
	const row = reader.get<{ isLive: number }>(
		'SELECT deleted_clock IS NULL AS isLive FROM saved_searches WHERE id = ?',
		id,
	);
	return row && (row.isLive === 1 ? 'live' : 'removed');
}

export function insertSavedSearch(
	step: Step,
	{ id, name, text, filters }: Omit<SavedSearch, 'createdAt' | 'revision'>,
): void {
	step.insert('saved_searches', id, { name, text, filters: JSON.stringify(filters), created_at: step.at });
}

export function updateName(step: Step, id: SavedSearchId, name: string, revision: number): void {
	step.update('saved_searches', id, { name }, revision);
}

export function deleteSavedSearch(step: Step, id: SavedSearchId): void {
	step.remove('saved_searches', id);
}
