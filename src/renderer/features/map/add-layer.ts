import { pickFile } from '#renderer/features/adding/index.ts';
import { archive } from '#renderer/lib/archive.ts';
import { base64Of } from '#renderer/lib/base64.ts';
import { showToast } from '#renderer/ui/toast.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { type JobId, newId } from '#shared/domain/ids.ts';
import { mostLayerBytes } from '#shared/domain/map.ts';
import { readGeoJson } from '#shared/map/read-geojson.ts';
import { message } from '#shared/messages/messages.ts';
import { layerText } from './layer-text.ts';

/**
 * Has a person choose a GeoJSON file, which becomes the original of a record like any other file that is added. What is
 * broken or too large is refused before anything is written.
 */
export async function addLayer(): Promise<void> {
	const chosen = await pickFile('.geojson,application/geo+json');
	if (!chosen) return;
	const { file, name } = chosen;
	if (file.size > mostLayerBytes) throw tooLarge(name);
	if (!/\.geojson$/i.test(name))
		throw new AppError('unreadable-file', { file: name, reason: message('map.geojson.ending') });
	readGeoJson(layerText(new Uint8Array(await file.arrayBuffer()), name), name);
	await archive.calls.jobs.addPasted({ id: newId<JobId>(), name, base64: await base64Of(file), fields: {} });
	showToast(message('map.layer.added', { file: name }));
}

export function tooLarge(file: string): AppError {
	const reason = message('import.reason.too-large', { megabytes: Math.floor(mostLayerBytes / 1e6) });
	return new AppError('unreadable-file', { file, reason });
}
