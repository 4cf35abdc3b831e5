import { create } from 'zustand';
import type { RecordId } from '#shared/domain/ids.ts';
import type { MapChoice, MapSight } from '#shared/domain/map.ts';

interface MapView {
	/** The years that are brushed. */
	years: Required<MapChoice>;
	/** Null until one has moved: then all is in sight. */
	sight: MapSight | null;
	/** Off until somebody asks: each line between states is somebody's statement. */
	hasBorders: boolean;
	/** Records whose files are laid on the map. */
	layerIds: ReadonlySet<RecordId>;
	/** Of a narrow window, which has room for one of them. */
	isPictureShown: boolean;
	isListShown: boolean;
	dialog: 'export' | 'suggestions' | null;
}

export const allYears: Required<MapChoice> = { fromYear: null, toYear: null };

/** What the map shows; kept while the window is open, so that Back finds it again. */
export const useMap = create<MapView>(() => ({
	years: allYears,
	sight: null,
	hasBorders: false,
	layerIds: new Set(),
	isPictureShown: false,
	isListShown: true,
	dialog: null,
}));

export function toggleLayer(id: RecordId, isShown: boolean): void {
	useMap.setState(({ layerIds }) => {
		const next = new Set(layerIds);
		if (isShown) next.add(id);
		else next.delete(id);
		return { layerIds: next };
	});
}
