import { createHash } from 'node:crypto';
import type { Block } from '#shared/domain/block.ts';
import {
	type Figure,
	type FigureObstacle,
	type FigurePicture,
	largestPictureBytes,
	mostPicturePixels,
	type PicturePlace,
	type ShownPictureType,
	shownPictureTypes,
} from '#shared/domain/figure.ts';
import type { Sha256 } from '#shared/domain/ids.ts';
import { shownAddress } from './block-writer.ts';
import { picturePages } from './image/picture-head.ts';

/** What an importer finds at the address of a picture: what it is and where in the file it lies, or why it is not shown. */
export type FoundPicture = FigurePicture | FigureObstacle;

/** More pictures than any document for reading has. */
const mostFigures = 5000;
/** Longer ones are no words. */
const longestWords = 2000;
/** What is as small as this only keeps a place, or counts who reads. */
const leastPx = 3;
/** Of a picture that its document says is mere decoration (HTML, 4.8.4.4): what is larger is shown all the same. */
const leastDecorationPx = 100;

/**
 * Says of each picture of a text what it is and where in the file it lies; what can be seen of none is left out.
 * `stayBehind` counts those that are in the file and are not shown.
 */
export class FigurePlacer {
	stayBehind = 0;
	#count = 0;

	/** Whether the rest is only counted: nobody need look for it. */
	isFull(): boolean {
		return this.#count >= mostFigures;
	}

	/** The block as it is kept; null where it is left out. */
	place(block: Block, figure: Figure, lies: FoundPicture): Block | null {
		const { alt: said, address = '' } = figure;
		const alt = said?.replaceAll(/\s+/g, ' ').trim().slice(0, longestWords);
		if (isDecoration(alt, lies)) return null;
		// What keeps the place of one that a page has loaded later is not the picture that its words are of.
		const found = keepsPlace(lies) ? 'missing' : lies;
		this.#count += 1;
		if (isBehind(found)) this.stayBehind += 1;
		const words = alt ? { alt } : {};
		if (typeof found !== 'string') return { ...block, figure: { ...words, picture: found } };
		if (found !== 'elsewhere') return { ...block, figure: { ...words, obstacle: found } };
		// Others than those of the web are of the machine that it was made on.
		const shown = shownAddress(address)?.slice(0, longestWords);
		const away = shown === undefined ? { obstacle: 'missing' as const } : { obstacle: found, address: shown };
		return { ...block, figure: { ...words, ...away } };
	}
}

/** The blocks with their pictures placed. */
export function placeFigures(blocks: readonly Block[], find: (address: string) => FoundPicture): PlacedFigures {
	const placer = new FigurePlacer();
	const placed = blocks.flatMap((block) => {
		const { figure } = block;
		if (!figure) return block;
		if (!placer.isFull()) return placer.place(block, figure, find(figure.address ?? '')) ?? [];
		placer.stayBehind += 1;
		return [];
	});
	return { blocks: placed, pictures: placer.stayBehind };
}

export interface PlacedFigures {
	blocks: Block[];
	/** How many pictures are in the file only. */
	pictures: number;
}

/** The same where a picture has to be unpacked: one at a time, each once. */
export async function placeFiguresLater(
	blocks: readonly Block[],
	find: (address: string) => Promise<FoundPicture>,
): Promise<PlacedFigures> {
	const placer = new FigurePlacer();
	const placed: Block[] = [];
	for (const block of blocks) {
		const { figure } = block;
		if (figure && placer.isFull()) {
			placer.stayBehind += 1;
			continue;
		}
		const kept = figure ? placer.place(block, figure, await find(figure.address ?? '')) : block;
		if (kept) placed.push(kept);
	}
	return { blocks: placed, pictures: placer.stayBehind };
}

/** What the head of a picture says, or why it is not shown. The name and the stated type of a file have no say. */
export function describePicture(bytes: Uint8Array, place: PicturePlace): FoundPicture {
	const mediaType = pictureTypeOf(bytes);
	if (mediaType === null) return 'format';
	if (bytes.length > largestPictureBytes) return 'too-large';
	const size = sizeOf(bytes, mediaType);
	if (!size || size.width < 1 || size.height < 1) return 'damaged';
	if (size.width * size.height > mostPicturePixels) return 'too-large';
	const sha256 = createHash('sha256').update(bytes).digest('hex') as Sha256;
	return { mediaType, ...size, sha256, ...place };
}

const heads: Readonly<Record<ShownPictureType, (head: string) => boolean>> = {
	'image/png': (head) => head.startsWith('\x89PNG\r\n\x1a\n'),
	'image/jpeg': (head) => head.startsWith('\xff\xd8\xff'),
	'image/gif': (head) => /^GIF8[79]a/.test(head),
	'image/webp': (head) => head.startsWith('RIFF') && head.startsWith('WEBP', 8),
	'image/bmp': (head) => head.startsWith('BM') && head.startsWith('\0\0\0\0', 6),
};

/** The format of a picture by its first bytes; null for what no window draws. */
export function pictureTypeOf(bytes: Uint8Array): ShownPictureType | null {
	const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
	return shownPictureTypes.find((type) => heads[type](head)) ?? null;
}

/** Null where the head is cut off or says nothing of use. */
function sizeOf(bytes: Uint8Array, mediaType: string): { width: number; height: number } | null {
	try {
		const page = picturePages(bytes, mediaType)[0];
		return page ? { width: page.widthPx, height: page.heightPx } : null;
	} catch {
		return null;
	}
}

function isDecoration(alt: string | undefined, picture: FoundPicture): boolean {
	if (typeof picture === 'string') return alt === '';
	if (keepsPlace(picture)) return !alt;
	const { width, height } = picture;
	return alt === '' && (width < leastDecorationPx || height < leastDecorationPx);
}

/** Too small to be seen. */
function keepsPlace(picture: FoundPicture): boolean {
	return typeof picture !== 'string' && (picture.width < leastPx || picture.height < leastPx);
}

/** Whether it is in the file and not shown. */
function isBehind(picture: FoundPicture): boolean {
	return typeof picture === 'string' && picture !== 'elsewhere' && picture !== 'missing';
}
