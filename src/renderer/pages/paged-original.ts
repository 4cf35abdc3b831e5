import { AppError } from '#shared/domain/app-error.ts';
import type { Turns } from '#shared/domain/page-box.ts';
import type { PageProblem, PageSize } from './pages-messages.ts';

/** A file that is open in the worker. */
export interface PagedOriginal {
	pageCount: number;
	/** Of the first page. */
	size: PageSize;
	/** Draws a page, at most `mostPixels` large. Rejects with a `CannotShow`, or with whatever kept it from being drawn. */
	draw(page: number, widthPx: number, turns: Turns, signal: AbortSignal): Promise<DrawnPage>;
	close(): void;
}

export interface DrawnPage {
	picture: ImageBitmap;
	size: PageSize;
}

/** Says in one of the closed list of words why something cannot be shown. */
export class CannotShow extends Error {
	readonly problem: PageProblem;

	constructor(problem: PageProblem, options?: ErrorOptions) {
		super(problem, options);
		this.problem = problem;
	}
}

/** Of one picture: four bytes each, so that a few pages in sight stay within some hundred megabytes. */
const mostPixels = 16_000_000;

/** The size in pixels of a drawn page, turned; smaller than asked where it would be larger than a picture may be. */
export function pictureSize({ width, height }: PageSize, widthPx: number, turns: Turns): PageSize {
	const [across, down] = turns % 2 === 0 ? [width, height] : [height, width];
	const wanted = Math.max(1, widthPx) / across;
	const scale = Math.min(wanted, Math.sqrt(mostPixels / (across * down)));
	return { width: Math.max(1, Math.floor(across * scale)), height: Math.max(1, Math.floor(down * scale)) };
}

/** What kept something from being shown: whatever is not known better is damage. */
export function problemOf(error: unknown): PageProblem {
	if (error instanceof CannotShow) return error.problem;
	const isAbsent = error instanceof AppError && (error.code === 'not-found' || error.code === 'damaged-original');
	return isAbsent ? 'missing' : 'damaged';
}
