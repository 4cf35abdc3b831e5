import type { Turns } from '#shared/domain/page-box.ts';
import { imageSize } from '#shared/pictures/image-size.ts';
import type { OriginalBytes } from './original-bytes.ts';
import { CannotShow, type PagedOriginal, pictureSize } from './paged-original.ts';
import type { PagedFile } from './pages-messages.ts';

/** Larger files of these kinds are no photographs. */
const largestImageBytes = 256 * 1024 * 1024;
/** Decoded, a picture takes four bytes a pixel: half a gigabyte for the moment that it is made smaller. */
const mostImagePixels = 128_000_000;

/** Begins to show an image: one page. Only its bytes are kept; every drawing decodes it anew, at the size that is asked for. */
export async function openImage(file: PagedFile, bytes: OriginalBytes): Promise<PagedOriginal> {
	if (file.sizeBytes > largestImageBytes) throw new CannotShow('too-large');
	const content = await bytes.read(file.sha256, 0, file.sizeBytes);
	const said = imageSize(content);
	if (!said) throw new CannotShow('damaged');
	if (said.width * said.height > mostImagePixels) throw new CannotShow('too-large');
	const blob = new Blob([content], { type: file.mediaType });
	const whole = await createImageBitmap(blob);
	const size = { width: whole.width, height: whole.height };
	whole.close();
	return {
		pageCount: 1,
		size,
		draw: async (_page, widthPx, turns) => ({ picture: await drawImage(blob, { size, widthPx, turns }), size }),
		close: () => undefined,
	};
}

interface Drawing {
	size: PagedOriginal['size'];
	widthPx: number;
	turns: Turns;
}

async function drawImage(blob: Blob, { size, widthPx, turns }: Drawing): Promise<ImageBitmap> {
	const { width, height } = pictureSize(size, widthPx, turns);
	const [resizeWidth, resizeHeight] = turns % 2 === 0 ? [width, height] : [height, width];
	const upright = await createImageBitmap(blob, { resizeWidth, resizeHeight, resizeQuality: 'high' });
	if (turns === 0) return upright;
	const canvas = new OffscreenCanvas(width, height);
	const context = canvas.getContext('2d');
	if (!context) throw new CannotShow('too-large');
	context.translate(width / 2, height / 2);
	context.rotate((turns * Math.PI) / 2);
	context.drawImage(upright, -resizeWidth / 2, -resizeHeight / 2);
	upright.close();
	return canvas.transferToImageBitmap();
}
