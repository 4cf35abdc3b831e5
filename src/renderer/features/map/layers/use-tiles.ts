import { type UseQueryResult, useQueries } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { queryClient } from '#renderer/lib/query-client.ts';
import { layerKey, type MapLayer } from '#shared/domain/map.ts';
import type { MapView } from '#shared/map/map-scene.ts';
import type { TileArchive } from '#shared/map/tiles/tile-archive.ts';
import type { TilePlace } from '#shared/map/tiles/tile-grid.ts';
import { tilesInView } from '#shared/map/tiles/tiles-in-view.ts';
import { drawTile, type TileDrawing } from './draw-tile.ts';
import type { LoadedLayer } from './use-layers.tsx';

export interface LoadedTile {
	/** Of the file and the place in it. */
	key: string;
	place: TilePlace;
	drawing: TileDrawing;
}

/** The tiles of a layer that are in sight, as far as they are read. */
export interface TiledLayer {
	layer: MapLayer;
	tiles: readonly LoadedTile[];
	/** It has nothing so coarse as what is in sight: one has to come nearer. */
	isTooFar: boolean;
	/** Of the first tile that could not be read. */
	error: Error | null;
}

interface WantedTile {
	key: string;
	tiles: TileArchive;
	place: TilePlace;
}

/** Tiles that are out of sight are kept so long, for whoever comes back. */
const keptMs = 120_000;

/** While tiles of another zoom are being read, those that were shown before stay. */
export function useTiles(layers: readonly LoadedLayer[], view: MapView): TiledLayer[] {
	const wanted = layers.flatMap(({ layer, content }) => {
		if (content?.kind !== 'tiles') return [];
		const places = tilesInView(content.tiles, view);
		return [{ layer, isTooFar: places === null, tiles: wantedOf(layer, content.tiles, places ?? []) }];
	});
	const all = wanted.flatMap(({ tiles }) => tiles);
	const results = useQueries({
		queries: all.map(tileQuery),
	});
	const read = new Map(all.map(({ key }, at) => [key, results[at]]));
	return useBefore(wanted.map(({ layer, isTooFar, tiles }) => ({ layer, isTooFar, ...readOf(tiles, read) })));
}

/**
 * The tiles of a layer that a view takes, each read once; null where it has nothing so coarse.
 *
 * @param onUnread told of one of those that cannot be read, which are left out
 */
export async function tilesFor(
	layer: MapLayer,
	tiles: TileArchive,
	{ onUnread, ...view }: MapView & { onUnread(error: unknown): void },
): Promise<LoadedTile[] | null> {
	const places = tilesInView(tiles, view);
	if (!places) return null;
	const wanted = wantedOf(layer, tiles, places);
	const read = await Promise.allSettled(wanted.map((tile) => queryClient.fetchQuery(tileQuery(tile))));
	const unread = read.find((result) => result.status === 'rejected');
	if (unread) onUnread(unread.reason);
	return wanted.flatMap(({ key, place }, at) => {
		const result = read[at];
		const drawing = result?.status === 'fulfilled' ? result.value : null;
		return drawing ? [{ key, place, drawing }] : [];
	});
}

function tileQuery({ key, tiles, place }: WantedTile) {
	return {
		queryKey: ['tile', key],
		queryFn: () => drawTile(tiles, place),
		staleTime: Infinity,
		gcTime: keptMs,
		retry: false,
	};
}

function wantedOf({ sha256 }: MapLayer, tiles: TileArchive, places: readonly TilePlace[]): WantedTile[] {
	return places.map((place) => ({ key: `${sha256} ${place.z}/${place.x}/${place.y}`, tiles, place }));
}

type TileResult = UseQueryResult<TileDrawing | null> | undefined;

function readOf(wanted: readonly WantedTile[], read: ReadonlyMap<string, TileResult>) {
	const tiles = wanted.flatMap(({ key, place }): LoadedTile[] => {
		const drawing = read.get(key)?.data;
		return drawing ? [{ key, place, drawing }] : [];
	});
	const results = wanted.map(({ key }) => read.get(key));
	const isWaiting = results.some((result) => result?.isPending);
	return { tiles, isWaiting, zoom: wanted[0]?.place.z, error: results.find((result) => result?.error)?.error ?? null };
}

interface ReadLayer extends TiledLayer {
	isWaiting: boolean;
	zoom: number | undefined;
}

/** In the place of a layer that waits for another zoom, its tiles as they were when it last had them all. */
function useBefore(layers: readonly ReadLayer[]): TiledLayer[] {
	const [before, setBefore] = useState<ReadonlyMap<string, ReadLayer>>(new Map());
	const whole = layers.filter(({ isWaiting }) => !isWaiting);
	const state = whole.map(({ layer, tiles }) => `${layerKey(layer)}: ${tiles.map(({ key }) => key).join()}`).join('; ');
	// biome-ignore lint/correctness/useExhaustiveDependencies: the state says whether the tiles are others
	useEffect(() => {
		if (whole.length > 0)
			setBefore((all) => new Map([...all, ...whole.map((each) => [layerKey(each.layer), each] as const)]));
	}, [state]);
	return layers.map((each) => {
		const earlier = each.isWaiting ? before.get(layerKey(each.layer)) : undefined;
		return earlier && earlier.zoom !== each.zoom ? { ...each, tiles: earlier.tiles } : each;
	});
}
