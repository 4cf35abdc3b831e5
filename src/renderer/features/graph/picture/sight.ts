import type { Room } from '#renderer/lib/use-room.ts';
import type { GraphPoint } from '#shared/domain/graph.ts';
import type { Scene } from '#shared/graph/scene.ts';
import { type GraphSight, useGraph } from '../graph-store.ts';

/** How much one press of a key or button brings nearer. */
const zoomStep = 1.5;
const marginPx = 44;
const [leastScale, mostScale, mostFittedScale] = [0.02, 12, 1.6];

/** The picture that is on the screen: what the buttons beside it act on. */
let shown: { room: Room; all: GraphSight } | null = null;

/** What to draw with: what was moved to, else all of it. */
export function sightOf(scene: Scene, room: Room, moved: GraphSight | null): GraphSight {
	const all = fitted(scene, room);
	shown = { room, all };
	return moved ?? all;
}

function fitted({ bounds: { left, top, right, bottom } }: Scene, { widthPx, heightPx }: Room): GraphSight {
	const across = Math.max(20, widthPx - 2 * marginPx) / Math.max(1, right - left);
	const down = Math.max(20, heightPx - 2 * marginPx) / Math.max(1, bottom - top);
	return { x: (left + right) / 2, y: (top + bottom) / 2, scale: limited(Math.min(across, down, mostFittedScale)) };
}

export function toScreen({ x, y }: GraphPoint, sight: GraphSight, { widthPx, heightPx }: Room): GraphPoint {
	return { x: (x - sight.x) * sight.scale + widthPx / 2, y: (y - sight.y) * sight.scale + heightPx / 2 };
}

/** @param at what stays where it is, in pixels; the middle unless given */
export function zoomBy(factor: number, at?: GraphPoint): void {
	change((sight, { widthPx, heightPx }) => {
		const scale = limited(sight.scale * factor);
		const [dx, dy] = [(at?.x ?? widthPx / 2) - widthPx / 2, (at?.y ?? heightPx / 2) - heightPx / 2];
		const share = 1 / sight.scale - 1 / scale;
		return { x: sight.x + dx * share, y: sight.y + dy * share, scale };
	});
}

export function zoomIn(at?: GraphPoint): void {
	zoomBy(zoomStep, at);
}

export function zoomOut(at?: GraphPoint): void {
	zoomBy(1 / zoomStep, at);
}

export function showAll(): void {
	useGraph.setState({ sight: null });
}

/** What is seen moves to the left and up. */
export function panBy(dx: number, dy: number): void {
	change((sight) => ({ ...sight, x: sight.x + dx / sight.scale, y: sight.y + dy / sight.scale }));
}

/** What one press of a key moves the picture by, as a part of its width or height. */
const panShare = 0.2;

/** Keys that zoom, about what is chosen if it is there, and with Shift pan; false for others. */
export function moveByKey(
	key: string,
	isShifted: boolean,
	{ room, at }: { room: Room; at: GraphPoint | undefined },
): boolean {
	if (key === '+' || key === '=') zoomIn(at);
	else if (key === '-') zoomOut(at);
	else if (key === '0') showAll();
	else if (isShifted && key === 'ArrowRight') panBy(panShare * room.widthPx, 0);
	else if (isShifted && key === 'ArrowLeft') panBy(-panShare * room.widthPx, 0);
	else if (isShifted && key === 'ArrowDown') panBy(0, panShare * room.heightPx);
	else if (isShifted && key === 'ArrowUp') panBy(0, -panShare * room.heightPx);
	else return false;
	return true;
}

/** Pans only as far as it must for this to be in sight. */
export function bringIntoSight(point: GraphPoint): void {
	change((sight, room) => {
		const { x, y } = toScreen(point, sight, room);
		const beyond = (at: number, length: number) => Math.min(0, at - marginPx) + Math.max(0, at - length + marginPx);
		const [dx, dy] = [beyond(x, room.widthPx), beyond(y, room.heightPx)];
		return dx === 0 && dy === 0 ? null : { ...sight, x: sight.x + dx / sight.scale, y: sight.y + dy / sight.scale };
	});
}

function change(next: (sight: GraphSight, room: Room) => GraphSight | null): void {
	if (!shown) return;
	const changed = next(useGraph.getState().sight ?? shown.all, shown.room);
	if (changed) useGraph.setState({ sight: changed });
}

function limited(scale: number): number {
	return Math.min(mostScale, Math.max(leastScale, scale));
}
