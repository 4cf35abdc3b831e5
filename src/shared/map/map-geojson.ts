import type { ArchiveEvent } from '../domain/event.ts';
import type { MapPlace } from '../domain/map.ts';

/**
 * Places as GeoJSON (RFC 7946): a feature for each statement of where one lies, with every form of its name and what
 * took place there. One that nobody placed has no geometry, as the format has it for what is not located.
 */
export function mapGeoJson(places: readonly MapPlace[], events: readonly ArchiveEvent[]): string {
	const byId = new Map(events.map((event) => [event.id, event]));
	const features = places.flatMap((place): object[] => {
		const properties = {
			id: place.id,
			name: place.label,
			forms: place.forms.map(({ text, language, script, kind, source }) => ({ text, language, script, kind, source })),
			events: place.eventIds.flatMap((id) => {
				const event = byId.get(id);
				return event ? [{ id, title: event.title, date: event.edtf }] : [];
			}),
		};
		if (place.coordinates.length === 0) return [{ type: 'Feature', geometry: null, properties }];
		return place.coordinates.map(({ latitude, longitude, uncertaintyM, source }) => ({
			type: 'Feature',
			geometry: { type: 'Point', coordinates: [longitude, latitude] },
			properties: { ...properties, coordinateUncertaintyInMeters: uncertaintyM, georeferenceSources: source },
		}));
	});
	const lines = features.map((feature) => JSON.stringify(feature)).join(',\n');
	return `{"type":"FeatureCollection","features":[\n${lines}\n]}\n`;
}
