import { useQuery } from '@tanstack/react-query';
import { archive } from '#renderer/lib/archive.ts';
import { base64Of } from '#renderer/lib/base64.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { EditionId } from '#shared/domain/ids.ts';
import { message } from '#shared/messages/messages.ts';
import { useEdition } from '../blocks/edition-context.ts';

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
			return `data:${mediaType};base64,${await base64Of(new File([new Uint8Array(bytes)], message('figure.picture')))}`;
		},
		staleTime: Number.POSITIVE_INFINITY,
		gcTime: keptMs,
		retry: false,
	};
}

export function usePicture(ordinal: number) {
	return useQuery(pictureQuery(useEdition().editionId, ordinal));
}

/** Why a picture did not come. */
export function wordsOfError(error: unknown): string {
	const code = error instanceof AppError ? error.code : 'unexpected';
	if (code === 'not-found') return message('figure.no-original');
	return message(code === 'damaged-original' ? 'figure.changed' : 'figure.failed');
}
