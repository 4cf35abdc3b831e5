import type { PageSize } from '#renderer/pages/index.ts';
import { type PagePoint, pageUnits, type Turns, turnPoint, turnsBack } from '#shared/domain/page-box.ts';
import type { Zoom } from './page-view-store.ts';

/** Room around a page, in CSS pixels. */
export const sheetGapPx = 14;

export function turnedSize({ width, height }: PageSize, turns: Turns): PageSize {
	return turns % 2 === 0 ? { width, height } : { width: height, height: width };
}

/** CSS pixels for each unit of a page's own size, in a pane of this size. */
export function scaleFor(zoom: Zoom, size: PageSize, pane: PageSize): number {
	if (typeof zoom === 'number') return zoom;
	const across = Math.max(40, pane.width - 2 * sheetGapPx) / size.width;
	const down = Math.max(40, pane.height - 2 * sheetGapPx) / size.height;
	return zoom === 'width' ? across : Math.min(across, down);
}

/** The place on the upright page that is shown at a place in the window. */
export function pointOnPage(sheet: DOMRect, { x, y }: PagePoint, turns: Turns): PagePoint {
	const shown = {
		x: ((x - sheet.left) / sheet.width) * pageUnits,
		y: ((y - sheet.top) / sheet.height) * pageUnits,
	};
	return turnPoint(shown, turnsBack(turns));
}

/** The drawing area over a page: as wide as its units and as high as the page is for that, so that nothing is distorted. */
export interface OverlayShape {
	viewBox: string;
	/** Turns what is drawn for the upright page. */
	transform: string;
	/** From units of the page's height to those of the drawing. */
	yScale: number;
}

export function overlayShape({ width, height }: PageSize, turns: Turns): OverlayShape {
	const [across, down] = [pageUnits, (pageUnits * height) / width];
	const turned = turnedSize({ width: across, height: down }, turns);
	const matrices = {
		0: '1 0 0 1 0 0',
		1: `0 1 -1 0 ${down} 0`,
		2: `-1 0 0 -1 ${across} ${down}`,
		3: `0 -1 1 0 0 ${across}`,
	};
	return {
		viewBox: `0 0 ${turned.width} ${turned.height}`,
		transform: `matrix(${matrices[turns]})`,
		yScale: height / width,
	};
}
