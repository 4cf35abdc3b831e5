import { message } from '#shared/messages/messages.ts';
import { type Extraction, type ReadOptions, titleFromFileName } from '../importer.ts';
import { refuse } from '../refusal.ts';
import { isWhole, type PicturePage, picturePages } from './picture-head.ts';
import { worldFilesBeside } from './world-files-beside.ts';

/** What can be unfolded and read within the memory of a process: an A3 page at 600 dots an inch has 70 million. */
export const mostPixels = 80_000_000;

/**
 * Looks into a picture: no text yet, but what its head says, which makes it one whose text can be recognised. Throws
 * `unsupported-format` with the reason for one that is damaged, cut off, or would unfold to more than is safe.
 */
export function readImage(bytes: Uint8Array, { fileName }: ReadOptions, mediaType: string): Extraction {
	const pages = headOf(bytes, mediaType, fileName);
	const [first] = pages;
	if (!first || !isWhole(bytes, mediaType)) throw refuse(fileName, message('import.reason.image-damaged'));
	for (const page of pages) refuseBomb(page, fileName);
	return {
		mediaType,
		importer: 'image',
		importerVersion: '1',
		title: titleFromFileName(fileName),
		language: 'und',
		parameters: {},
		blocks: [],
		beside: worldFilesBeside(fileName),
		picture: { widthPx: first.widthPx, heightPx: first.heightPx, pageCount: pages.length },
	};
}

/** Throws `unsupported-format` for a page that would unfold to more than is safe. */
export function refuseBomb({ widthPx, heightPx }: PicturePage, fileName: string): void {
	const pixels = widthPx * heightPx;
	if (pixels <= mostPixels) return;
	const detail = { megapixels: Math.round(pixels / 1e6), most: mostPixels / 1e6 };
	throw refuse(fileName, message('import.reason.image-pixels', detail));
}

function headOf(bytes: Uint8Array, mediaType: string, fileName: string): PicturePage[] {
	try {
		const pages = picturePages(bytes, mediaType);
		return pages.every(({ widthPx, heightPx }) => widthPx > 0 && heightPx > 0) ? pages : [];
	} catch {
		throw refuse(fileName, message('import.reason.image-damaged'));
	}
}
