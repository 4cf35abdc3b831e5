import { useQueries, useQuery } from '@tanstack/react-query';
import { archive } from '#renderer/lib/archive.ts';
import { queries } from '#renderer/lib/query-keys.ts';
import { longestRangeBytes } from '#shared/api/editions-api.ts';
import { toErrorData } from '#shared/domain/app-error.ts';
import { layerKey, type MapLayer, mostLayerBytes } from '#shared/domain/map.ts';
import { type LayerFeature, readGeoJson } from '#shared/map/read-geojson.ts';
import { errorMessage, message } from '#shared/messages/messages.ts';
import { tooLarge } from './add-layer.ts';
import { layerText } from './layer-text.ts';
import styles from './MapPage.module.css';
import { useMap } from './map-store.ts';

/** A file that is laid on the map, as far as it is read. */
export interface LoadedLayer {
	layer: MapLayer;
	/** Null until it is read, and where it cannot be. */
	features: readonly LayerFeature[] | null;
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
			queryKey: ['layer', layer.sha256],
			queryFn: () => readLayer(layer),
			staleTime: Infinity,
			retry: false,
		})),
		combine: (results) =>
			results.flatMap(({ data, error }, at): LoadedLayer[] => {
				const layer = shown[at];
				return layer ? [{ layer, features: data ?? null, error }] : [];
			}),
	});
}

/** What cannot be drawn, and where it is broken. */
export function LayerFaults({ layers }: { layers: readonly LoadedLayer[] }) {
	return layers.map(({ layer, error }) =>
		error ? (
			<p key={layerKey(layer)} className={styles.fault} role="alert">
				{message('map.layer.fault', { title: layer.title, reason: errorMessage(toErrorData(error)) })}
			</p>
		) : null,
	);
}

async function readLayer({ sha256, sizeBytes, fileName }: MapLayer): Promise<LayerFeature[]> {
	if (sizeBytes > mostLayerBytes) throw tooLarge(fileName);
	const bytes = new Uint8Array(sizeBytes);
	for (let offset = 0; offset < sizeBytes; offset += longestRangeBytes) {
		const length = Math.min(longestRangeBytes, sizeBytes - offset);
		bytes.set(await archive.calls.originals.readRange({ sha256, offset, length }), offset);
	}
	return readGeoJson(layerText(bytes, fileName), fileName);
}
