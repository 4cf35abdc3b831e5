import type { SearchDocument, SearchOwner } from '../api/search-api.ts';
import { yearsOf } from './date-years.ts';
import type { YearSpan } from './search-query.ts';

export interface StoredOwner {
	owner: SearchOwner;
	years: YearSpan | null;
	keys: Set<string>;
}

export interface StoredDocument {
	document: SearchDocument;
	owner: StoredOwner;
	/** Lexicon numbers of the words, in order: what a phrase is checked on. */
	termIds: Uint32Array;
	/** Counts up with every new document: settles ties. */
	order: number;
}

/** What the index must do for documents that come, go or have another text now. */
export interface DocumentChanges {
	added: SearchDocument[];
	removed: StoredDocument[];
}

/** The documents behind the index, by key and by owner. */
export interface DocumentStore {
	readonly documents: ReadonlyMap<string, StoredDocument>;
	readonly owners: ReadonlyMap<string, StoredOwner>;
	/** Keys of the documents that are names. */
	readonly names: ReadonlySet<string>;
	/** Takes an owner's documents as they are now; those whose text stayed keep their words. */
	replaceOwner(owner: SearchOwner, documents: readonly SearchDocument[]): DocumentChanges;
	add(document: SearchDocument, termIds: Uint32Array): void;
	removeOwner(id: string): StoredDocument[];
}

export function createDocumentStore(): DocumentStore {
	const documents = new Map<string, StoredDocument>();
	const owners = new Map<string, StoredOwner>();
	const names = new Set<string>();
	let lastOrder = 0;

	function remove(key: string): StoredDocument[] {
		const stored = documents.get(key);
		if (!stored) return [];
		documents.delete(key);
		names.delete(key);
		stored.owner.keys.delete(key);
		return [stored];
	}
	return {
		documents,
		owners,
		names,
		replaceOwner(owner, next) {
			const stored = owners.get(owner.id) ?? { owner, years: null, keys: new Set() };
			stored.owner = owner;
			stored.years = yearsOf(owner.dateEdtf);
			owners.set(owner.id, stored);
			const nextByKey = new Map(next.map((document) => [document.key, document]));
			const removed = [...stored.keys]
				.filter((key) => nextByKey.get(key)?.text !== documents.get(key)?.document.text)
				.flatMap(remove);
			const added: SearchDocument[] = [];
			for (const document of nextByKey.values()) {
				const kept = documents.get(document.key);
				if (kept) kept.document = document;
				else added.push(document);
			}
			return { added, removed };
		},
		add(document, termIds) {
			const owner = owners.get(document.ownerId);
			if (!owner) return;
			owner.keys.add(document.key);
			if (document.kind === 'name') names.add(document.key);
			lastOrder += 1;
			documents.set(document.key, { document, owner, termIds, order: lastOrder });
		},
		removeOwner(id) {
			const keys = [...(owners.get(id)?.keys ?? [])];
			owners.delete(id);
			return keys.flatMap(remove);
		},
	};
}
