import { useNavigate } from '@tanstack/react-router';
import { useSettledQuestion } from '#renderer/search/index.ts';
import type { SearchHit } from '#shared/search/search-query.ts';

/** Opens what was found: a name's page, or the record at the passage, with the question, so that its hits are marked. */
export function useOpenHit(): (hit: SearchHit, text: string) => void {
	const navigate = useNavigate();
	const settle = useSettledQuestion();
	const open = async (hit: SearchHit, text: string) => {
		await settle();
		if (hit.kind === 'name') await navigate({ to: '/names/{-$nameId}', params: { nameId: hit.ownerId } });
		else
			await navigate({
				to: '/record/$recordId/{-$editionId}/{-$ordinal}/{-$annotationId}',
				params: { recordId: hit.ownerId, ...placeIn(hit) },
				search: { q: text },
			});
	};
	return (hit, text) => void open(hit, text);
}

function placeIn({ editionId, ordinal, annotationId }: SearchHit): Record<string, string> {
	if (editionId === undefined || ordinal === undefined) return {};
	return { editionId, ordinal: String(ordinal), ...(annotationId ? { annotationId } : {}) };
}
