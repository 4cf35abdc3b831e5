import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { SearchHit } from '#shared/search/search-query.ts';

/** Opens what was found: a name's page, or the record at the passage, with the question, so that its hits are marked. */
export function useOpenHit(): (hit: SearchHit, text: string) => void {
	const navigate = useNavigate();
	return useCallback(
		(hit, text) => {
			if (hit.kind === 'name') {
				void navigate({ to: '/names/{-$nameId}', params: { nameId: hit.ownerId } });
				return;
			}
			void navigate({
				to: '/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}',
				params: { recordId: hit.ownerId, ...placeIn(hit) },
				search: { q: text },
			});
		},
		[navigate],
	);
}

function placeIn({ editionId, ordinal, annotationId }: SearchHit): Record<string, string> {
	if (editionId === undefined || ordinal === undefined) return {};
	return { editionId, ordinal: String(ordinal), ...(annotationId ? { annotationId } : {}) };
}
