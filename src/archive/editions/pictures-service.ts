import { isDeepStrictEqual, promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { describePicture } from '#archive/importers/figures.ts';
import type { OriginalsService } from '#archive/originals/originals-service.ts';
import type { ArgumentOf } from '#shared/api/calls.ts';
import type { EditionCalls, ShownPicture } from '#shared/api/editions-api.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { type FigurePicture, largestPictureBytes } from '#shared/domain/figure.ts';
import type { EditionsService } from './editions-service.ts';

const inflate = promisify(inflateRaw);
/** Of base64 and hexadecimal digits, with the ends of lines between them, a picture takes no more. */
const longestWritten = 3 * largestPictureBytes;

/**
 * Pictures that stand in texts, taken out of the originals that these were made from. No file is taken apart here: what lies
 * where was found when it was read, and the digest that was kept then says whether it is the same picture.
 */
export class PicturesService {
	readonly #editions: EditionsService;
	readonly #originals: OriginalsService;

	constructor(editions: EditionsService, originals: OriginalsService) {
		this.#editions = editions;
		this.#originals = originals;
	}

	/** Throws not-found, and damaged-original where the original, or this part of it, is known to be another than it was. */
	async read({ id, ordinal }: ArgumentOf<EditionCalls['picture']>): Promise<ShownPicture> {
		const { originalSha256 } = this.#editions.get({ id });
		const picture = this.#editions.blocksBetween(id, ordinal, ordinal)[0]?.figure?.picture;
		if (!picture || !originalSha256) throw new AppError('not-found', { what: `${id}/${ordinal}` });
		const { start, length, coding } = picture;
		if (length > longestWritten || this.#originals.isKnownChanged(originalSha256))
			throw new AppError('damaged-original', { file: originalSha256 });
		const written = this.#originals.readRange(originalSha256, start, length);
		const bytes = await decoded(written, picture);
		// An archive from elsewhere may say anything of them: what a window is to draw, their own head says.
		const found = bytes && describePicture(bytes, { start, length, coding });
		if (!bytes || !isDeepStrictEqual(found, picture)) throw new AppError('damaged-original', { file: originalSha256 });
		return { mediaType: picture.mediaType, bytes };
	}
}

/** Null where it is not written as it should be, or unfolds to more than a picture may have. */
async function decoded(bytes: Uint8Array, { coding }: FigurePicture): Promise<Uint8Array | null> {
	if (coding === 'stored') return bytes;
	if (coding === 'deflate') return inflate(bytes, { maxOutputLength: largestPictureBytes }).catch(() => null);
	const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
	return Buffer.from(coding === 'hex' ? text.replaceAll(/\s+/g, '') : text, coding);
}
