import type { SearchOwner } from '../api/search-api.ts';
import type { DocumentFacts } from './index-part.ts';
import type { ListFacet } from './search-query.ts';

/** Where the values of a facet come from; a hit has those of its owner and its own. */
export interface FacetDefinition {
	readonly name: ListFacet;
	/** Read once an owner, however many hits it has. */
	ofOwner?(owner: SearchOwner): readonly string[];
	ofDocument?(document: DocumentFacts['document']): readonly string[];
	/** Whether the values are ids of owners, which have a title. */
	readonly isOfOwners?: true;
}

const none: readonly string[] = [];

/** Every list that hits are narrowed by and counted in. */
export const facetDefinitions: readonly FacetDefinition[] = [
	{ name: 'recordKinds', ofOwner: ({ recordKind }) => single(recordKind) },
	{ name: 'languages', ofDocument: ({ language }) => single(language || 'und') },
	{ name: 'people', ofOwner: ({ people = none }) => people, isOfOwners: true },
	{ name: 'places', ofOwner: ({ places = none }) => places, isOfOwners: true },
	{ name: 'tags', ofOwner: ({ tags = none }) => tags, ofDocument: ({ tags = none }) => tags },
	{ name: 'holdings', ofOwner: ({ holding }) => single(holding) },
	{ name: 'sources', ofOwner: ({ source = '' }) => single(source) },
	{ name: 'authors', ofDocument: ({ author = '' }) => single(author) },
	{ name: 'kinds', ofDocument: ({ kind }) => single(kind) },
];

const singles = new Map<string, readonly string[]>();
const mostSingles = 1000;

/** The same list for the same value: it is asked for with every hit. */
function single(value: string): readonly string[] {
	if (value === '') return none;
	const known = singles.get(value);
	if (known) return known;
	const list = [value];
	if (singles.size < mostSingles) singles.set(value, list);
	return list;
}
