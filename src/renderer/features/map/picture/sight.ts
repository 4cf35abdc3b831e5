import type { Room } from '#renderer/lib/use-room.ts';
import type { MapSight } from '#shared/domain/map.ts';
import { limitedScale, type MapScene, toPicture, wholeSight } from '#shared/map/map-scene.ts';
import type { PlanePoint } from '#shared/map/plane.ts';
import { useMap } from '../map-store.ts';

const zoomStep = 1.6;
/** What one press of a key moves the picture by, as a part of its width or height. */
const panShare = 0.2;
/** What is brought into sight keeps so far from the edges. */
const marginPx = 48;

/** The picture that is on the screen: what the buttons beside it act on. */
let shown: { room: Room; whole: MapSight } | null = null;

/** What to draw with: what was moved to, else all of it. */
export function sightOf(scene: MapScene, room: Room, moved: MapSight | null): MapSight {
	const whole = wholeSight(scene, room);
	shown = { room, whole };
	return moved ?? whole;
}

/** @param at what stays where it is, in pixels; the middle unless given */
export function zoomBy(factor: number, at?: PlanePoint): void {
	change((sight, { widthPx, heightPx }) => {
		const scale = limitedScale(sight.scale * factor);
		const share = 1 / sight.scale - 1 / scale;
		const [dx, dy] = at ? [at.x - widthPx / 2, at.y - heightPx / 2] : [0, 0];
		return { x: sight.x + dx * share, y: sight.y + dy * share, scale };
	});
}

export function zoomIn(at?: PlanePoint): void {
	zoomBy(zoomStep, at);
}

export function zoomOut(at?: PlanePoint): void {
	zoomBy(1 / zoomStep, at);
}

export function showAll(): void {
	useMap.setState({ sight: null });
}

/** What is seen moves to the left and up. */
export function panBy(dx: number, dy: number): void {
	change((sight) => ({ ...sight, x: sight.x + dx / sight.scale, y: sight.y + dy / sight.scale }));
}

/** Pans only as far as it must for this to be in sight. */
export function bringIntoSight(point: PlanePoint): void {
	change((sight, room) => {
		const { x, y } = toPicture(point, sight, room);
		const beyond = (at: number, length: number) => Math.min(0, at - marginPx) + Math.max(0, at - length + marginPx);
		const [dx, dy] = [beyond(x, room.widthPx), beyond(y, room.heightPx)];
		return dx === 0 && dy === 0 ? null : { ...sight, x: sight.x + dx / sight.scale, y: sight.y + dy / sight.scale };
	});
}

/** Keys that zoom, about what is chosen if it is there, and with Shift pan; false for others. */
export function moveByKey(key: string, isShifted: boolean, room: Room, at: PlanePoint | undefined): boolean {
	const pans: Readonly<Record<string, readonly [number, number]>> = {
		ArrowRight: [1, 0],
		ArrowLeft: [-1, 0],
		ArrowDown: [0, 1],
		ArrowUp: [0, -1],
	};
	const pan = isShifted ? pans[key] : undefined;
	if (key === '+' || key === '=') zoomIn(at);
	else if (key === '-') zoomOut(at);
	else if (key === '0') showAll();
	else if (pan) panBy(pan[0] * panShare * room.widthPx, pan[1] * panShare * room.heightPx);
	else return false;
	return true;
}

function change(next: (sight: MapSight, room: Room) => MapSight | null): void {
	if (!shown) return;
	const changed = next(useMap.getState().sight ?? shown.whole, shown.room);
	if (changed) useMap.setState({ sight: changed });
}
