import type { SearchOwner } from '../api/search-api.ts';
import { yearsOf } from './date-years.ts';
import type { YearSpan } from './search-query.ts';

export interface StoredOwner {
	owner: SearchOwner;
	years: YearSpan | null;
}

/** The records and names that documents belong to. */
export interface Owners {
	readonly count: number;
	/** Another number whenever an owner came, changed or went. */
	readonly version: number;
	ids(): string[];
	get(id: string): StoredOwner | undefined;
	/** The record whose text, or a translation of it, is read in this edition. */
	ofEdition(editionId: string): StoredOwner | undefined;
	/** Takes an owner as it is now; documents that point at it see the change. */
	put(owner: SearchOwner): StoredOwner;
	remove(id: string): void;
}

export function createOwners(): Owners {
	const owners = new Map<string, StoredOwner>();
	const byEdition = new Map<string, StoredOwner>();
	let version = 0;

	function leaveEditions({ owner }: StoredOwner): void {
		for (const editionId of editionsOf(owner)) byEdition.delete(editionId);
	}
	return {
		get count() {
			return owners.size;
		},
		get version() {
			return version;
		},
		ids: () => [...owners.keys()],
		get: (id) => owners.get(id),
		ofEdition: (editionId) => byEdition.get(editionId),
		put(owner) {
			version += 1;
			const stored = owners.get(owner.id) ?? { owner, years: null };
			leaveEditions(stored);
			stored.owner = owner;
			stored.years = yearsOf(owner.dateEdtf);
			owners.set(owner.id, stored);
			for (const editionId of editionsOf(owner)) byEdition.set(editionId, stored);
			return stored;
		},
		remove(id) {
			version += 1;
			const stored = owners.get(id);
			if (stored) leaveEditions(stored);
			owners.delete(id);
		},
	};
}

function editionsOf({ editionId, translations = [] }: SearchOwner): string[] {
	const others = translations.map((translation) => translation.editionId);
	return editionId === undefined ? others : [editionId, ...others];
}
