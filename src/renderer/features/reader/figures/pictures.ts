import { skipToken, useQuery } from '@tanstack/react-query';
import { archive } from '#renderer/lib/archive.ts';
import { base64Of } from '#renderer/lib/base64.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { EditionId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import { useEdition } from '../blocks/edition-context.ts';
import { mayMove } from './moving-pictures.ts';

/** A picture that is no longer near the screen is kept so long, for who goes back to it. */
const keptMs = 20_000;

/** A picture of a text as a `data:` address: the one form that the page may show without loading anything from anywhere. */
export function pictureQuery(editionId: EditionId | null, ordinal: number) {
	return {
		// Apart from what the archive's facts refresh: a text and its original never change.
		queryKey: ['picture in text', editionId, ordinal],
		queryFn: async () => {
			if (!editionId) throw new AppError('not-found', { what: String(ordinal) });
			const { mediaType, bytes } = await archive.calls.editions.picture({ id: editionId, ordinal });
			const blob = new Blob([new Uint8Array(bytes)], { type: mediaType });
			const picture = mayMove(bytes, mediaType) ? await firstOf(blob) : blob;
			return `data:${picture.type};base64,${await base64Of(new File([picture], message('figure.picture')))}`;
		},
		staleTime: Number.POSITIVE_INFINITY,
		gcTime: keptMs,
		retry: false,
	};
}

/** Of a picture that may move, what is seen of it first: beside text that is read nothing moves by itself (WCAG 2.2.2). */
async function firstOf(picture: Blob): Promise<Blob> {
	const frame = await createImageBitmap(picture);
	const canvas = new OffscreenCanvas(frame.width, frame.height);
	canvas.getContext('2d')?.drawImage(frame, 0, 0);
	frame.close();
	return canvas.convertToBlob();
}

/** @param isWanted as long as it is not, its bytes are given up */
export function usePicture(ordinal: number, isWanted: boolean) {
	const query = pictureQuery(useEdition().editionId, ordinal);
	// Of another key, for a query that is only not enabled holds what it had.
	return useQuery<string>(isWanted ? query : { ...query, queryKey: ['no picture'], queryFn: skipToken });
}

/** Why a picture did not come. */
export function wordsOfError(error: unknown): string {
	const code = error instanceof AppError ? error.code : 'unexpected';
	if (code === 'not-found') return message('figure.no-original');
	if (error instanceof DOMException) return message('figure.obstacle.damaged');
	return message(code === 'damaged-original' ? 'figure.changed' : 'figure.failed');
}
