import { type RefObject, useEffect, useState } from 'react';
import { drawPage, type PageProblem, type PageSize } from '#renderer/pages/index.ts';
import type { Turns } from '#shared/domain/page-box.ts';

interface DrawnPage {
	fileId: number;
	/** From 1. */
	page: number;
	/** In CSS pixels. */
	widthPx: number;
	turns: Turns;
	onSize(page: number, size: PageSize): void;
}

/** A page that is scrolled or zoomed past is not worth asking for. */
const restMs = 60;

/**
 * Draws a page into a canvas, sharp for the screen it is on; until it comes, what was drawn at another size stays.
 * Gives why it could not be drawn, if so.
 */
export function useDrawnPage(
	canvas: RefObject<HTMLCanvasElement | null>,
	{ fileId, page, widthPx, turns, onSize }: DrawnPage,
): PageProblem | null {
	const [problem, setProblem] = useState<PageProblem | null>(null);
	useEffect(() => {
		let cancel: () => void = () => undefined;
		const drawing = { fileId, page, widthPx: Math.round(widthPx * window.devicePixelRatio), turns };
		const rest = setTimeout(() => {
			cancel = drawPage(drawing, {
				done({ picture, size }) {
					setProblem(null);
					onSize(page, size);
					show(canvas.current, picture);
				},
				failed: setProblem,
			});
		}, restMs);
		return () => {
			clearTimeout(rest);
			cancel();
		};
	}, [canvas, fileId, page, widthPx, turns, onSize]);
	return problem;
}

function show(canvas: HTMLCanvasElement | null, picture: ImageBitmap): void {
	const context = canvas?.getContext('bitmaprenderer');
	if (!canvas || !context) {
		picture.close();
		return;
	}
	canvas.width = picture.width;
	canvas.height = picture.height;
	context.transferFromImageBitmap(picture);
	// For tests and styles: a page that is still blank is told from one that is white.
	canvas.dataset.drawn = '';
}
