import type { ArchiveHandlers } from '#shared/api/contract.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { bytesOf } from '../base64.ts';

/** Files of terms to search for. A page knows fewer encodings than an archive: those with a mark of their own, and UTF-8. */
export function listAnswers() {
	return {
		lists: {
			read({ fileName, base64 }) {
				const bytes = bytesOf(base64);
				try {
					return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
				} catch (error) {
					const detail = { file: fileName, reason: 'UTF-8, UTF-16' };
					throw new AppError('unsupported-format', detail, { cause: error });
				}
			},
		},
	} satisfies { lists: Partial<ArchiveHandlers['lists']> };
}

function encodingOf([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | 'utf-8' {
	if (first === 0xff && second === 0xfe) return 'utf-16le';
	return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
