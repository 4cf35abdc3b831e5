import { memo, useMemo } from 'react';
import { useAfterPaint } from '#renderer/lib/after-paint.ts';
import { type SearchView, useOpenHit } from '#renderer/search/index.ts';
import { Inspector, NavigationContents, StatusText } from '#renderer/ui/slots.tsx';
import { message } from '#shared/messages/messages.ts';
import { HitPreview } from './HitPreview.tsx';
import { SearchFacets } from './SearchFacets.tsx';

interface Shown {
	view: SearchView;
	/** Position of the hit that is previewed. */
	selected: number;
}

/** Facets, preview and the time taken. The hits are painted first: they are what a key was pressed for. */
export function PanesBeside({ view, selected }: Shown) {
	const shown = useAfterPaint(useMemo(() => ({ view, selected }), [view, selected]));
	return shown ? <Panes {...shown} /> : null;
}

const Panes = memo(function Panes({ view, selected }: Shown) {
	const { result, query } = view;
	const openHit = useOpenHit();
	if (!result || !query) return null;
	const hit = view.hitAt(selected);
	return (
		<>
			<NavigationContents>
				<SearchFacets facets={result.facets} />
			</NavigationContents>
			{hit ? (
				<Inspector>
					<HitPreview
						hit={hit}
						query={query}
						widened={result.widened}
						onOpen={() => openHit({ hit, query, position: selected })}
					/>
				</Inspector>
			) : null}
			<StatusText>{message('search.took', { millis: Math.ceil(result.tookMillis) })}</StatusText>
		</>
	);
});
