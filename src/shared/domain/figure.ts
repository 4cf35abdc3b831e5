import type { Sha256 } from './ids.ts';

/** Formats of pictures that a window draws, as their first bytes say. */
export const shownPictureTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/bmp'] as const;
export type ShownPictureType = (typeof shownPictureTypes)[number];

/** How the bytes of a picture lie in its file: as they are, as a ZIP file packs them (RFC 1951), or written in letters. */
export type PictureCoding = 'stored' | 'deflate' | 'base64' | 'hex';

/** Where a picture lies in the original that its text was made from, in bytes. */
export interface PicturePlace {
	start: number;
	length: number;
	coding: PictureCoding;
}

/** A picture as its head describes it, in its own pixels, upright. Its bytes stay in the original alone. */
export interface FigurePicture extends PicturePlace {
	mediaType: ShownPictureType;
	width: number;
	height: number;
	/** Of the picture's own bytes. */
	sha256: Sha256;
}

/**
 * Why a picture cannot be shown: its file only says where in the web it is, holds it in a format that no window draws, or
 * writes its bytes in a way in which they cannot be taken out (`written`).
 */
export const figureObstacles = ['elsewhere', 'missing', 'format', 'written', 'too-large', 'damaged'] as const;
export type FigureObstacle = (typeof figureObstacles)[number];

/** A picture that stands between the passages of a text. */
export interface Figure {
	/** What its document says in place of it; absent where it says nothing. */
	alt?: string;
	/** Absent where there is an obstacle, and where the original did not come along. */
	picture?: FigurePicture;
	obstacle?: FigureObstacle;
	/** Where in the web it is, as its document has it; never followed. */
	address?: string;
}

/** The most bytes that a picture may have. What is larger is no picture for reading. */
export const largestPictureBytes = 32 * 1024 * 1024;
/** Decoded, a pixel takes four bytes. */
export const mostPicturePixels = 100_000_000;

/**
 * A figure as it goes where its original does not: what tells the original by is left out. So is its address, which may be
 * made for one recipient alone.
 */
export function withoutPicture({ picture: _, ...figure }: Figure): Figure {
	return withoutAddress(figure);
}

/**
 * A figure as it goes together with bytes of its picture's own: where it lay in the original is left out, and so is the
 * digest that it had there.
 */
export function withPictureAlone(
	{ picture, ...figure }: Figure & { picture: FigurePicture },
	own: Pick<FigurePicture, 'length' | 'sha256'>,
): Figure {
	return { ...withoutAddress(figure), picture: { ...picture, ...own, start: 0, coding: 'stored' } };
}

/** A figure that does not say where it is. */
export function withoutAddress({ address: _, obstacle, ...figure }: Figure): Figure {
	return { ...figure, ...(obstacle && { obstacle: obstacle === 'elsewhere' ? 'missing' : obstacle }) };
}
