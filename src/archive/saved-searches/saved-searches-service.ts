import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { SavedSearchId } from '#shared/domain/ids.ts';
import type { SavedSearch } from '#shared/domain/saved-search.ts';
import {
	deleteSavedSearch,
	findSavedSearchState,
	insertSavedSearch,
	listSavedSearches,
	updateName,
} from './saved-searches-repository.ts';

/** Searches that people keep. Names need not be unique. What each finds is for whoever has an index to say. */
export class SavedSearchesService {
	readonly #database: ArchiveDatabase;

	constructor(database: ArchiveDatabase) {
		this.#database = database;
	}

	/** By name. */
	list(): SavedSearch[] {
		return listSavedSearches(this.#database.reader);
	}

	/** A repeated call keeps one search; `conflict` when that was removed meanwhile. */
	add(search: Omit<SavedSearch, 'createdAt' | 'revision'>): void {
		const state = findSavedSearchState(this.#database.reader, search.id);
		if (state === 'live') return;
		if (state === 'removed') throw new AppError('conflict');
		this.#database.step('searchSaved', (step) => insertSavedSearch(step, search));
	}

	/** `conflict` when `revision` is not the stored one. */
	rename({ id, name, revision }: { id: SavedSearchId; name: string; revision: number }): void {
		if (findSavedSearchState(this.#database.reader, id) !== 'live') throw new AppError('not-found', { what: id });
		this.#database.step('savedSearchRenamed', (step) => updateName(step, id, name, revision));
	}

	remove({ id }: { id: SavedSearchId }): void {
		const state = findSavedSearchState(this.#database.reader, id);
		if (state === undefined) throw new AppError('not-found', { what: id });
		if (state === 'live') this.#database.step('savedSearchRemoved', (step) => deleteSavedSearch(step, id));
	}
}
