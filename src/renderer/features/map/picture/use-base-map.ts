import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import atlasUrl from 'world-atlas/countries-50m.json?url';
import { readingCopy } from '#renderer/lib/reading-copy.ts';
import { type BaseMap, drawBaseMap, type WorldAtlas } from '#shared/map/base-map.ts';
import type { Plane } from '#shared/map/plane.ts';

/** Read when the page opens, from among the app's own files or out of a reading copy, and never again. */
const atlasQuery = {
	queryKey: ['atlas'],
	queryFn: async (): Promise<WorldAtlas | null> =>
		(await (readingCopy?.baseMap() ?? (await fetch(atlasUrl)).json())) as WorldAtlas | null,
	staleTime: Infinity,
};

/** The base map in this plane; null until it is read, and in a copy that needs none. */
export function useBaseMap({ parallel, perLongitude }: Plane): { base: BaseMap | null; error: Error | null } {
	const { data: atlas, error } = useQuery(atlasQuery);
	const base = useMemo(
		() => (atlas ? drawBaseMap(atlas, { parallel, perLongitude }) : null),
		[atlas, parallel, perLongitude],
	);
	return { base, error };
}
