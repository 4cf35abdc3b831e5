import { useNavigate } from '@tanstack/react-router';
import { useSettledQuestion } from '#renderer/search/index.ts';
import type { SearchHit, SearchQuery } from '#shared/search/search-query.ts';

/** Opens what was found: a name's page, or the record at the passage, with the question, so that its hits are marked. */
export function useOpenHit(): (hit: SearchHit, query: SearchQuery) => void {
	const navigate = useNavigate();
	const settle = useSettledQuestion();
	const open = async (hit: SearchHit, { text, ...filters }: SearchQuery) => {
		await settle();
		if (hit.kind === 'name') await navigate({ to: '/names/{-$nameId}', params: { nameId: hit.ownerId } });
		else
			await navigate({
				to: '/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}',
				params: { recordId: hit.ownerId, ...placeIn(hit) },
				search: { q: text, ...filters },
			});
	};
	return (hit, query) => void open(hit, query);
}

function placeIn({ editionId, ordinal, annotationId }: SearchHit): Record<string, string> {
	if (editionId === undefined || ordinal === undefined) return {};
	return { editionId, ordinal: String(ordinal), ...(annotationId ? { annotationId } : {}) };
}
