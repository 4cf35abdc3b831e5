import type { Sha256 } from '#shared/domain/ids.ts';
import type { Turns } from '#shared/domain/page-box.ts';

/** An original whose pages are drawn. */
export interface PagedFile {
	sha256: Sha256;
	mediaType: string;
	sizeBytes: number;
}

/** Of an upright page: points of a PDF, pixels of an image. */
export interface PageSize {
	width: number;
	height: number;
}

/** Why a file cannot be shown, or a page of it. */
export type PageProblem = 'password' | 'damaged' | 'missing' | 'too-large' | 'stuck';

/** What the page tells the worker. `fileId` and `id` are the page's. */
export type ToPagesWorker =
	/** With the port as the only transferred object. */
	| { type: 'port'; port: MessagePort }
	/** The browser edition: the worker opens its own socket to this host. */
	| { type: 'socket'; host: string }
	| { type: 'open'; fileId: number; file: PagedFile }
	| { type: 'close'; fileId: number }
	/** Draws a page `widthPx` wide, as it lies after turning. */
	| { type: 'draw'; id: number; fileId: number; page: number; widthPx: number; turns: Turns }
	| { type: 'cancel'; id: number };

/** What the worker tells the page. */
export type FromPagesWorker =
	/** The archive cannot be reached: the page should send a new port, or the host again. */
	| { type: 'lost' }
	/** `size` is the first page's; others may differ. */
	| { type: 'opened'; fileId: number; pageCount: number; size: PageSize }
	| { type: 'failed'; fileId: number; problem: PageProblem }
	/** With the picture transferred. */
	| { type: 'drawn'; id: number; picture: ImageBitmap; size: PageSize }
	| { type: 'not-drawn'; id: number; problem: PageProblem };
