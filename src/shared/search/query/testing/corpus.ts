import type { SearchDocument, SearchOwner } from '../../../api/search-api.ts';
import type { EditionId } from '../../../domain/ids.ts';
import { createSearchIndex, type SearchIndex } from '../../search-index.ts';

export interface Corpus {
	owners: SearchOwner[];
	documents: SearchDocument[];
}

export function ownerOf(id: string, fields: Partial<SearchOwner> = {}): SearchOwner {
	return { id, title: `Record ${id}`, recordKind: 'letter', dateEdtf: '', holding: 'held', ...fields };
}

/** A document whose key is its owner and number: `a1`. */
export function documentOf(
	ownerId: string,
	number: number,
	text: string,
	fields: Partial<SearchDocument> = {},
): SearchDocument {
	const place = { editionId: `edition-${ownerId}` as EditionId, ordinal: number, number };
	return { key: `${ownerId}${number}`, kind: 'passage', ownerId, text, language: 'en', ...place, ...fields };
}

export function indexOf({ owners, documents }: Corpus): SearchIndex {
	const index = createSearchIndex({ now: () => 0 });
	index.put(owners, documents);
	return index;
}
