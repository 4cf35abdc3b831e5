import { create } from 'zustand';
import type { MapChoice } from '#shared/domain/map.ts';
import type { GeoSight } from '#shared/map/map-scene.ts';

interface MapView {
	/** The years that are brushed. */
	years: Required<MapChoice>;
	/** Null until one has moved: then all is in sight. */
	sight: GeoSight | null;
	/** Off until somebody asks: each line between states is somebody's statement. */
	hasBorders: boolean;
	/** Keys of the files that are laid on the map. */
	layerKeys: ReadonlySet<string>;
	/** From 0 to 1, of those that are seen through; the others hide what they cover. */
	opacities: Opacities;
	/** Of a narrow window, which has room for one of them. */
	isPictureShown: boolean;
	isListShown: boolean;
	dialog: 'export' | 'suggestions' | 'scan' | null;
}

/** By the keys of layers. */
export type Opacities = ReadonlyMap<string, number>;

export const allYears: Required<MapChoice> = { fromYear: null, toYear: null };

/** What the map shows; kept while the window is open, so that Back finds it again. */
export const useMap = create<MapView>(() => ({
	years: allYears,
	sight: null,
	hasBorders: false,
	layerKeys: new Set(),
	opacities: new Map(),
	isPictureShown: false,
	isListShown: true,
	dialog: null,
}));

export function toggleLayer(key: string, isShown: boolean): void {
	useMap.setState(({ layerKeys }) => {
		const next = new Set(layerKeys);
		if (isShown) next.add(key);
		else next.delete(key);
		return { layerKeys: next };
	});
}

export function opacityOf(opacities: Opacities, key: string): number {
	return opacities.get(key) ?? 1;
}

export function setOpacity(key: string, opacity: number): void {
	useMap.setState(({ opacities }) => ({ opacities: new Map(opacities).set(key, opacity) }));
}
