import { useQueries, useQuery } from '@tanstack/react-query';
import { queries } from '#renderer/lib/query-keys.ts';
import { toErrorData } from '#shared/domain/app-error.ts';
import { layerKey, type MapLayer } from '#shared/domain/map.ts';
import { errorMessage, message } from '#shared/messages/messages.ts';
import styles from '../MapPage.module.css';
import { useMap } from '../map-store.ts';
import { type LayerContent, readLayer } from './read-layer.ts';

/** A file that is laid on the map, as far as it is read. */
export interface LoadedLayer {
	layer: MapLayer;
	/** Null until it is read, and where it cannot be. */
	content: LayerContent | null;
	error: Error | null;
}

const noFiles: MapLayer[] = [];

/** All that can be laid on the map. */
export function useLayerFiles(): readonly MapLayer[] {
	const { data = noFiles } = useQuery(queries.map.layers());
	return data;
}

/** Those that are shown, each read once: an original never changes. */
export function useLayers(): readonly LoadedLayer[] {
	const files = useLayerFiles();
	const layerKeys = useMap((view) => view.layerKeys);
	const shown = files.filter((file) => layerKeys.has(layerKey(file)));
	return useQueries({
		queries: shown.map((layer) => ({
			queryKey: ['layer', layer.sha256, layer.kind === 'scan' ? layer.world.sha256 : ''],
			queryFn: () => readLayer(layer),
			staleTime: Infinity,
			retry: false,
		})),
		combine: (results) =>
			results.flatMap(({ data, error }, at): LoadedLayer[] => {
				const layer = shown[at];
				return layer ? [{ layer, content: data ?? null, error }] : [];
			}),
	});
}

/** What cannot be drawn, and where it is broken. */
export function LayerFaults({ layers }: { layers: readonly Pick<LoadedLayer, 'layer' | 'error'>[] }) {
	return layers.map(({ layer, error }) =>
		error ? (
			<p key={layerKey(layer)} className={styles.fault} role="alert">
				{message('map.layer.fault', { title: layer.title, reason: errorMessage(toErrorData(error)) })}
			</p>
		) : null,
	);
}
