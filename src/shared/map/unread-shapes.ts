import { AppError } from '../domain/app-error.ts';
import { mostLayerBytes } from '../domain/map.ts';
import { message } from '../messages/messages.ts';
import type { GeoJsonFault } from './read-geojson.ts';

/** What a person is told of a file that was not read. @param fault without one it was too much */
export function unreadShapes(file: string, fault: GeoJsonFault | null, cause?: unknown): AppError {
	if (!fault) return tooLarge(file);
	return new AppError('unreadable-file', { file, reason: message(fault.key, fault.values) }, { cause });
}

export function tooLarge(file: string): AppError {
	const reason = message('import.reason.too-large', { megabytes: Math.floor(mostLayerBytes / 1e6) });
	return new AppError('unreadable-file', { file, reason });
}
