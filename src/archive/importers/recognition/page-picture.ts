import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';
import { refuseBomb } from '../image/image.ts';
import { picturePages } from '../image/picture-head.ts';
import { withPageFirst } from '../image/tiff-pages.ts';
import { pictureTypes } from '../media-type.ts';
import { type PagePicture, wholePage } from './page-text.ts';

/** @param page from 1. `picture` is null for a page of a PDF that is not mainly one picture. */
export async function pagePicture(
	bytes: Uint8Array,
	{ fileName, mediaType, page }: { fileName: string; mediaType: string; page: number },
): Promise<{ pageCount: number; picture: PagePicture | null }> {
	if (mediaType === 'application/pdf') return (await import('./pdf-picture.ts')).pdfPicture(bytes, { fileName, page });
	if (!pictureTypes.includes(mediaType))
		throw new AppError('unsupported-format', { file: fileName, reason: message('recognition.reason.no-picture') });
	const pages = picturePages(bytes, mediaType);
	const head = pages[page - 1];
	if (!head) throw new AppError('not-found', { what: `${fileName}, ${page}` });
	refuseBomb(head, fileName);
	const isTiff = mediaType === 'image/tiff';
	return {
		pageCount: pages.length,
		picture: {
			picture: { bytes: isTiff ? withPageFirst(bytes, page) : bytes, orientation: isTiff ? 1 : head.orientation },
			widthPx: head.widthPx,
			heightPx: head.heightPx,
			box: wholePage,
		},
	};
}
