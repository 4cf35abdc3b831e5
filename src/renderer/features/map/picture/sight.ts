import { createPictureSight } from '#renderer/lib/picture-sight.ts';
import { limitedScale } from '#shared/map/map-scene.ts';
import { useMap } from '../map-store.ts';

/** What is seen of the map. */
export const mapSight = createPictureSight({
	zoomStep: 1.6,
	marginPx: 48,
	limitScale: limitedScale,
	get: () => useMap.getState().sight,
	set: (sight) => useMap.setState({ sight }),
});
