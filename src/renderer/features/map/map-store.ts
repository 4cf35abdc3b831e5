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
	/** Of a narrow window, which has room for one of them. */
	isPictureShown: boolean;
	isListShown: boolean;
	dialog: 'export' | 'suggestions' | 'scan' | null;
}

export const allYears: Required<MapChoice> = { fromYear: null, toYear: null };

/** What the map shows; kept while the window is open, so that Back finds it again. */
export const useMap = create<MapView>(() => ({
	years: allYears,
	sight: null,
	hasBorders: false,
	layerKeys: new Set(),
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
