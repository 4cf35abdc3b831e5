import { createPictureSight, type PictureSight } from '#renderer/lib/picture-sight.ts';
import type { Room } from '#renderer/lib/use-room.ts';
import type { GeoBounds } from '#shared/domain/map.ts';
import {
	degreesInSight,
	limitedScale,
	type MapScene,
	type MapSight,
	sightInDegrees,
	sightInPlane,
	wholeSight,
} from '#shared/map/map-scene.ts';
import type { Plane } from '#shared/map/plane.ts';
import { useMap } from '../map-store.ts';

/** What the picture is drawn in, as it was shown last. */
let shown: { plane: Plane; room: Room } | null = null;

const sight = createPictureSight({
	zoomStep: 1.6,
	marginPx: 48,
	limitScale: limitedScale,
	get: () => {
		const kept = useMap.getState().sight;
		return kept && shown && sightInPlane(kept, shown.plane);
	},
	set: (next) => useMap.setState({ sight: next && shown && sightInDegrees(next, shown.plane) }),
});

interface MapPictureSight extends Omit<PictureSight, 'show'> {
	/** Says what is on the screen, and gives what to draw with. */
	show(scene: MapScene, room: Room): MapSight;
	/** What is in sight; null while that is everything. */
	bounds(): GeoBounds | null;
}

/** What is seen of the map. It is kept in degrees: the plane follows the coordinates that the archive has. */
export const mapSight: MapPictureSight = {
	...sight,
	show(scene, room) {
		shown = { plane: scene.plane, room };
		return sight.show(wholeSight(scene, room), room);
	},
	bounds() {
		const kept = useMap.getState().sight;
		return kept && shown && degreesInSight(sightInPlane(kept, shown.plane), shown.room, shown.plane);
	},
};
