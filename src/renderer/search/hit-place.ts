import { useNavigate } from '@tanstack/react-router';
import type { SearchHit, SearchQuery } from '#shared/search/search-query.ts';
import { useSettledQuestion } from './question.ts';

/** A hit where it stands in the order of a search. */
export interface PlacedHit {
	hit: SearchHit;
	query: SearchQuery;
	/** Of the first, 0. */
	position: number;
}

/**
 * Opens what was found: a name's page, or the record at the passage, with the search and the place of the hit in it, so
 * that its hits are marked and one can go on to the next. `isStep`: in place of the hit that is open.
 */
export function useOpenHit(): (placed: PlacedHit, options?: { isStep?: boolean }) => void {
	const navigate = useNavigate();
	const settle = useSettledQuestion();
	const open = async ({ hit, query, position }: PlacedHit, isStep: boolean) => {
		const { text, ...filters } = query;
		await settle();
		if (hit.kind === 'name') await navigate({ to: '/name/$nameId/{-$part}', params: { nameId: hit.ownerId } });
		else
			await navigate({
				to: '/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}',
				params: { recordId: hit.ownerId, ...placeIn(hit) },
				search: { q: text, ...filters, hit: position },
				replace: isStep,
			});
	};
	return (placed, { isStep = false } = {}) => void open(placed, isStep);
}

function placeIn({ editionId, ordinal, annotationId }: SearchHit): Record<string, string> {
	if (editionId === undefined || ordinal === undefined) return {};
	return { editionId, ordinal: String(ordinal), ...(annotationId ? { annotationId } : {}) };
}
