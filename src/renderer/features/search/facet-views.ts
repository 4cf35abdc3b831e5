import { languageName } from '#renderer/lib/language-name.ts';
import type { SearchDocumentKind } from '#shared/api/search-api.ts';
import { type Holding, holdings } from '#shared/domain/record.ts';
import { type MessageKey, message } from '#shared/messages/messages.ts';
import { recordKindName } from '#shared/messages/record-kind-name.ts';
import type { ListFacet } from '#shared/search/search-query.ts';

interface FacetView {
	title: MessageKey;
	nameOf(value: string): string;
}

const asItIs = (value: string) => value;

/** What each facet and its values are called; values that are ids bring their names with them. */
export const facetViews: Readonly<Record<ListFacet, FacetView>> = {
	recordKinds: { title: 'search.facet.record-kinds', nameOf: recordKindName },
	languages: { title: 'search.facet.languages', nameOf: languageName },
	people: { title: 'search.facet.people', nameOf: asItIs },
	places: { title: 'search.facet.places', nameOf: asItIs },
	tags: { title: 'search.facet.tags', nameOf: asItIs },
	holdings: { title: 'search.facet.holdings', nameOf: holdingName },
	sources: { title: 'search.facet.sources', nameOf: asItIs },
	authors: { title: 'search.facet.authors', nameOf: asItIs },
	kinds: { title: 'search.facet.kinds', nameOf: (kind) => message(`search.where.${kind as SearchDocumentKind}`) },
};

function holdingName(value: string): string {
	return (holdings as readonly string[]).includes(value) ? message(`record.holding.${value as Holding}`) : value;
}
