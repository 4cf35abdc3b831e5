import { AppError } from '#shared/domain/app-error.ts';
import { message } from '#shared/messages/messages.ts';

/** GeoJSON is UTF-8 (RFC 7946, 11.2). Throws unreadable-file for bytes that are not. */
export function layerText(bytes: Uint8Array, file: string): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch (cause) {
		throw new AppError('unreadable-file', { file, reason: message('map.geojson.encoding') }, { cause });
	}
}
