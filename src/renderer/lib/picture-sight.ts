import type { Room } from './use-room.ts';

/** What is in the middle of a picture, in the picture's own units, and how many pixels a unit takes. */
export interface Sight {
	x: number;
	y: number;
	scale: number;
}

interface Point {
	x: number;
	y: number;
}

interface PictureSightOptions {
	/** How much one press of a key or button brings nearer. */
	zoomStep: number;
	/** What is brought into sight keeps so far from the edges. */
	marginPx: number;
	limitScale(scale: number): number;
	/** What was moved to; null while all of it is in sight. */
	get(): Sight | null;
	set(sight: Sight | null): void;
}

/** Moves what is seen of a picture: by buttons beside it, by wheel and pointer, and by keys. */
export interface PictureSight {
	/** Says what is on the screen, which the others act on, and gives what to draw with. */
	show(whole: Sight, room: Room): Sight;
	/** @param at what stays where it is, in pixels; the middle unless given */
	zoomBy(factor: number, at?: Point): void;
	zoomIn(at?: Point): void;
	zoomOut(at?: Point): void;
	showAll(): void;
	/** What is seen moves to the left and up, in pixels. */
	panBy(dx: number, dy: number): void;
	/** Pans only as far as it must for this to be in sight. */
	bringIntoSight(point: Point): void;
	/** Keys that zoom, about what is chosen if it is there, and with Shift pan; false for others. */
	moveByKey(key: string, isShifted: boolean, at: Point | undefined): boolean;
}

/** What one press of a key moves the picture by, as a part of its width or height. */
const panShare = 0.2;
const pans: Readonly<Record<string, readonly [number, number]>> = {
	ArrowRight: [1, 0],
	ArrowLeft: [-1, 0],
	ArrowDown: [0, 1],
	ArrowUp: [0, -1],
};

export function createPictureSight({ zoomStep, marginPx, limitScale, get, set }: PictureSightOptions): PictureSight {
	let shown: { room: Room; whole: Sight } | null = null;

	function change(next: (sight: Sight, room: Room) => Sight | null): void {
		if (!shown) return;
		const changed = next(get() ?? shown.whole, shown.room);
		if (changed) set(changed);
	}

	function zoomBy(factor: number, at?: Point): void {
		change((sight, { widthPx, heightPx }) => {
			const scale = limitScale(sight.scale * factor);
			const share = 1 / sight.scale - 1 / scale;
			const [dx, dy] = at ? [at.x - widthPx / 2, at.y - heightPx / 2] : [0, 0];
			return { x: sight.x + dx * share, y: sight.y + dy * share, scale };
		});
	}

	const panned = (sight: Sight, dx: number, dy: number) => ({
		...sight,
		x: sight.x + dx / sight.scale,
		y: sight.y + dy / sight.scale,
	});

	return {
		show(whole, room) {
			shown = { room, whole };
			return get() ?? whole;
		},
		zoomBy,
		zoomIn: (at) => zoomBy(zoomStep, at),
		zoomOut: (at) => zoomBy(1 / zoomStep, at),
		showAll: () => set(null),
		panBy: (dx, dy) => change((sight) => panned(sight, dx, dy)),
		bringIntoSight(point) {
			change((sight, room) => {
				const { x, y } = toScreen(point, sight, room);
				const beyond = (at: number, length: number) => Math.min(0, at - marginPx) + Math.max(0, at - length + marginPx);
				const [dx, dy] = [beyond(x, room.widthPx), beyond(y, room.heightPx)];
				return dx === 0 && dy === 0 ? null : panned(sight, dx, dy);
			});
		},
		moveByKey(key, isShifted, at) {
			const pan = isShifted ? pans[key] : undefined;
			if (key === '+' || key === '=') zoomBy(zoomStep, at);
			else if (key === '-') zoomBy(1 / zoomStep, at);
			else if (key === '0') set(null);
			else if (pan)
				change((sight, room) => panned(sight, pan[0] * panShare * room.widthPx, pan[1] * panShare * room.heightPx));
			else return false;
			return true;
		},
	};
}

/** Where a point of the picture is on the screen, in pixels from its upper left corner. */
export function toScreen({ x, y }: Point, sight: Sight, { widthPx, heightPx }: Room): Point {
	return { x: (x - sight.x) * sight.scale + widthPx / 2, y: (y - sight.y) * sight.scale + heightPx / 2 };
}
