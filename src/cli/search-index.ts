import { knownGroups } from '#shared/known-forms/known-groups.ts';
import { createSearchIndex, type SearchIndex } from '#shared/search/search-index.ts';
import { loadSegments, supplySource } from '#shared/search/segment-loader.ts';
import { createSupplies } from '#shared/search/supplies.ts';
import type { Session } from './session.ts';

const documentsPerPage = 500;

/** An index of everything in the archive, for one command. */
export async function buildIndex({ calls }: Session): Promise<SearchIndex> {
	const supplies = createSupplies(supplySource(() => calls.search));
	const { plainText } = await import('#shared/markdown/markdown.ts');
	const index = createSearchIndex({ supplies, readNote: plainText });
	index.learn(knownGroups());
	const segments = await (await loadSegments(calls.search, supplies, new Map())).whole();
	index.setSegments([...segments.values()]);
	const segmentIds = [...segments.keys()];
	let after: string | null = null;
	do {
		const page = await calls.search.documents({ after, limit: documentsPerPage, segmentIds });
		index.put(page.owners, page.documents);
		after = page.next;
	} while (after !== null);
	return index;
}
