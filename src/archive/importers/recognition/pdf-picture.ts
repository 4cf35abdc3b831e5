import type { FractionBox } from '#shared/domain/recognised-layout.ts';
import { message } from '#shared/messages/messages.ts';
import { mostPixels } from '../image/image.ts';
import { loadPdfLibrary, openPdf, type PdfDocument, type PdfLibrary } from '../pdf/pdf-library.ts';
import { refuse } from '../refusal.ts';
import type { PagePicture } from './page-text.ts';
import { type Pixels, toPnm } from './pnm.ts';

/** Less of the page is a figure on it, not a scan of it. */
const leastShare = 0.5;
/** With more letters than this the page has a text layer of its own. */
const mostLetters = 20;

type Matrix = readonly [number, number, number, number, number, number];
type Page = Awaited<ReturnType<PdfDocument['getPage']>>;

interface PlacedImage {
	/** Its name among the page's objects, or the picture itself. */
	source: string | Pixels;
	/** From its unit square to points from the upper left corner of the page. */
	matrix: Matrix;
}

/**
 * The scan that a page of a PDF is: its largest picture, taken out of the file as it is stored, so that nothing is drawn
 * and no detail lost. None where the page has text of its own, or no picture covers half of it.
 */
export async function pdfPicture(
	bytes: Uint8Array,
	{ fileName, page: number }: { fileName: string; page: number },
): Promise<{ pageCount: number; picture: PagePicture | null }> {
	const library = await loadPdfLibrary();
	const loading = openPdf(library, bytes, { hasPictures: true });
	try {
		const document = await loading.promise.catch(() => {
			throw refuse(fileName, message('import.reason.pdf-damaged'));
		});
		const page = await document.getPage(number);
		return { pageCount: document.numPages, picture: await scanOf(page, library) };
	} finally {
		await loading.destroy();
	}
}

async function scanOf(page: Page, library: PdfLibrary): Promise<PagePicture | null> {
	const { items } = await page.getTextContent();
	const letters = items.reduce((sum, item) => sum + ('str' in item ? item.str.trim().length : 0), 0);
	if (letters > mostLetters) return null;
	const { width, height, transform } = page.getViewport({ scale: 1 });
	const images = await placedImages(page, library, transform as unknown as Matrix);
	const [largest] = images
		.map((image) => ({ image, box: boxOf(image.matrix, width, height) }))
		.sort((a, b) => b.box.width * b.box.height - a.box.width * a.box.height);
	if (!largest || largest.box.width * largest.box.height < leastShare) return null;
	const pixels = await pixelsOf(largest.image.source, page);
	if (!pixels || pixels.width * pixels.height > mostPixels) return null;
	const orientation = orientationOf(largest.image.matrix);
	const isTurned = orientation >= 5;
	return {
		picture: { bytes: toPnm(pixels), orientation },
		widthPx: isTurned ? pixels.height : pixels.width,
		heightPx: isTurned ? pixels.width : pixels.height,
		box: largest.box,
	};
}

/** Follows the page's drawing instructions for where its pictures come to lie. */
async function placedImages(page: Page, { OPS }: PdfLibrary, view: Matrix): Promise<PlacedImage[]> {
	const { fnArray, argsArray } = await page.getOperatorList();
	const images: PlacedImage[] = [];
	const kept: Matrix[] = [];
	let matrix: Matrix = view;
	for (const [at, operation] of fnArray.entries()) {
		const given = argsArray[at] as unknown[];
		switch (operation) {
			case OPS.save:
				kept.push(matrix);
				break;
			case OPS.paintFormXObjectBegin:
				kept.push(matrix);
				matrix = times(matrix, given[0]);
				break;
			case OPS.transform:
				matrix = times(matrix, given);
				break;
			case OPS.restore:
			case OPS.paintFormXObjectEnd:
				matrix = kept.pop() ?? view;
				break;
			case OPS.paintImageXObject:
				images.push({ source: String(given[0]), matrix });
				break;
			case OPS.paintInlineImageXObject:
			case OPS.paintImageMaskXObject:
				images.push({ source: sourceOf(given[0] as Stored), matrix });
				break;
		}
	}
	return images;
}

/** A picture as an instruction carries it, its data either with it or under a name among the page's objects. */
type Stored = Omit<Pixels, 'data'> & { data: Pixels['data'] | string };

function sourceOf({ data, ...picture }: Stored): string | Pixels {
	return typeof data === 'string' ? data : { ...picture, data };
}

async function pixelsOf(source: string | Pixels, page: Page): Promise<Pixels | null> {
	if (typeof source !== 'string') return source.data ? source : null;
	const objects = source.startsWith('g_') ? page.commonObjs : page.objs;
	const found = await new Promise<Pixels | null>((resolve) => objects.get(source, resolve));
	return found?.data ? found : null;
}

/** What is no matrix changes nothing. */
function times(a: Matrix, given: unknown): Matrix {
	if (!isMatrix(given)) return a;
	const b = given;
	return [
		a[0] * b[0] + a[2] * b[1],
		a[1] * b[0] + a[3] * b[1],
		a[0] * b[2] + a[2] * b[3],
		a[1] * b[2] + a[3] * b[3],
		a[0] * b[4] + a[2] * b[5] + a[4],
		a[1] * b[4] + a[3] * b[5] + a[5],
	];
}

function isMatrix(given: unknown): given is Matrix {
	return Array.isArray(given) && given.length === 6 && given.every((part) => typeof part === 'number');
}

function boxOf([a, b, c, d, e, f]: Matrix, pageWidth: number, pageHeight: number): FractionBox {
	const across = [e, e + a, e + c, e + a + c];
	const down = [f, f + b, f + d, f + b + d];
	const [left, right] = [Math.max(0, Math.min(...across)), Math.min(pageWidth, Math.max(...across))];
	const [top, bottom] = [Math.max(0, Math.min(...down)), Math.min(pageHeight, Math.max(...down))];
	return {
		x: left / pageWidth,
		y: top / pageHeight,
		width: Math.max(0, right - left) / pageWidth,
		height: Math.max(0, bottom - top) / pageHeight,
	};
}

/**
 * How stored pixels come to lie, as EXIF numbers it. The unit square of a picture has its first row on top (y = 1), so
 * upright is a positive first and, with y growing down the page, a negative fourth number.
 */
export function orientationOf([a, b, c, d]: Matrix): number {
	if (Math.abs(a) + Math.abs(d) >= Math.abs(b) + Math.abs(c)) {
		if (a >= 0) return d <= 0 ? 1 : 4;
		return d <= 0 ? 2 : 3;
	}
	if (b >= 0) return c >= 0 ? 6 : 5;
	return c >= 0 ? 7 : 8;
}
