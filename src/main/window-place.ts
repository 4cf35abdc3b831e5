import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { BrowserWindow, Rectangle } from 'electron';
import { screen } from 'electron';
import * as v from 'valibot';

const defaultSize = { width: 1280, height: 820 };
export const smallestSizePx = { width: 480, height: 400 };

const placeSchema = v.object({
	x: v.number(),
	y: v.number(),
	width: v.pipe(v.number(), v.minValue(smallestSizePx.width)),
	height: v.pipe(v.number(), v.minValue(smallestSizePx.height)),
	isMaximized: v.boolean(),
});

/** Where the window stood when it was last closed, if a display still shows enough of that place to take hold of it. */
export function recallPlace(file: string): { bounds: Partial<Rectangle>; isMaximized: boolean } {
	const place = readPlace(file);
	if (!place) return { bounds: defaultSize, isMaximized: false };
	const { isMaximized, ...bounds } = place;
	return isReachable(bounds) ? { bounds, isMaximized } : { bounds: defaultSize, isMaximized };
}

/** Keeps the window's place in `file` whenever it closes. */
export function rememberPlace(window: BrowserWindow, file: string): void {
	window.on('close', () => {
		const place = { ...window.getNormalBounds(), isMaximized: window.isMaximized() };
		writeFileSync(`${file}.new`, JSON.stringify(place));
		renameSync(`${file}.new`, file);
	});
}

function readPlace(file: string): v.InferOutput<typeof placeSchema> | null {
	try {
		const parsed = v.safeParse(placeSchema, JSON.parse(readFileSync(file, 'utf8')));
		return parsed.success ? parsed.output : null;
	} catch {
		// Not there yet, or cut off: a window has a place of its own without it.
		return null;
	}
}

function isReachable(bounds: Rectangle): boolean {
	const { workArea } = screen.getDisplayMatching(bounds);
	const visibleWidth = Math.min(bounds.x + bounds.width, workArea.x + workArea.width) - Math.max(bounds.x, workArea.x);
	return visibleWidth >= 100 && bounds.y >= workArea.y && bounds.y <= workArea.y + workArea.height - 50;
}
