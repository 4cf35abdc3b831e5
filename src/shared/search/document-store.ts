import type { SearchDocument } from '../api/search-api.ts';
import type { StoredOwner } from './owners.ts';

export interface StoredDocument {
	document: SearchDocument;
	owner: StoredOwner;
	/** Lexicon numbers of the words, in order: what a phrase is checked on. */
	termIds: Uint32Array;
	/** Counts up with every new document: settles ties. */
	number: number;
}

/** What the index must do for documents that come, go or have another text now. */
export interface DocumentChanges {
	added: SearchDocument[];
	removed: StoredDocument[];
}

/** The documents in memory, by number and by owner. */
export interface DocumentStore {
	/** Ascending. */
	readonly documents: ReadonlyMap<number, StoredDocument>;
	/** Above every number that was given. */
	readonly nextNumber: number;
	/** Takes an owner's documents as they are now; those whose text stayed keep their words. */
	replace(ownerId: string, documents: readonly SearchDocument[]): DocumentChanges;
	/** Gives its number. */
	add(document: SearchDocument, owner: StoredOwner, termIds: Uint32Array): number;
	removeOwner(id: string): StoredDocument[];
	remove(document: StoredDocument): void;
	ofOwner(id: string): StoredDocument[];
}

export function createDocumentStore(): DocumentStore {
	const documents = new Map<number, StoredDocument>();
	const numbers = new Map<string, number>();
	const keysByOwner = new Map<string, Set<string>>();
	let nextNumber = 0;

	const at = (key: string) => documents.get(numbers.get(key) ?? -1);
	function remove(key: string): StoredDocument[] {
		const stored = at(key);
		if (!stored) return [];
		documents.delete(stored.number);
		numbers.delete(key);
		keysByOwner.get(stored.document.ownerId)?.delete(key);
		return [stored];
	}
	const keysOf = (ownerId: string) => [...(keysByOwner.get(ownerId) ?? [])];
	return {
		documents,
		get nextNumber() {
			return nextNumber;
		},
		replace(ownerId, next) {
			const nextByKey = new Map(next.map((document) => [document.key, document]));
			const removed = keysOf(ownerId)
				.filter((key) => nextByKey.get(key)?.text !== at(key)?.document.text)
				.flatMap(remove);
			const added: SearchDocument[] = [];
			for (const document of nextByKey.values()) {
				const kept = at(document.key);
				if (kept) kept.document = document;
				else added.push(document);
			}
			return { added, removed };
		},
		add(document, owner, termIds) {
			const number = nextNumber;
			nextNumber += 1;
			documents.set(number, { document, owner, termIds, number });
			numbers.set(document.key, number);
			const keys = keysByOwner.get(document.ownerId) ?? new Set();
			keysByOwner.set(document.ownerId, keys.add(document.key));
			return number;
		},
		removeOwner(id) {
			const removed = keysOf(id).flatMap(remove);
			keysByOwner.delete(id);
			return removed;
		},
		remove({ document }) {
			remove(document.key);
		},
		ofOwner: (id) => keysOf(id).flatMap((key) => at(key) ?? []),
	};
}
