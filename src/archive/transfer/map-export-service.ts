import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { EventsService } from '#archive/events/events-service.ts';
import type { MapService } from '#archive/map/map-service.ts';
import type { NamesService } from '#archive/names/names-service.ts';
import type { RecordsService } from '#archive/records/records-service.ts';
import { layerKey, type MapExport, type MapExportSummary, type MapFormat, type MapPlace } from '#shared/domain/map.ts';
import type { GeoPoint } from '#shared/domain/place-coordinates.ts';
import { drawBaseMap, type WorldAtlas } from '#shared/map/base-map.ts';
import { mapGeoJson } from '#shared/map/map-geojson.ts';
import { placesOf } from '#shared/map/map-places.ts';
import { groundOf, makeMapScene } from '#shared/map/map-scene.ts';
import { type MapSvg, mapSvg } from '#shared/map/map-svg.ts';
import { writeWholeFile } from './annotation-file.ts';
import { isWithheld } from './withholding.ts';

interface ExportedServices {
	map: MapService;
	names: NamesService;
	events: EventsService;
	records: RecordsService;
}

interface MapWords {
	/** The archive's title, asked each time. */
	title(): string;
	/** BCP 47 of the interface, asked each time. */
	language(): string;
}

/** Writes the map as a picture or as data. */
export class MapExportService {
	readonly #database: ArchiveDatabase;
	readonly #services: ExportedServices;
	readonly #words: MapWords;

	constructor(database: ArchiveDatabase, services: ExportedServices, words: MapWords) {
		this.#database = database;
		this.#services = services;
		this.#words = words;
	}

	/** The whole file as text. Events that only records attest which are not open are left out, and counted. */
	async toText(format: MapFormat, choice: MapExport): Promise<MapExportSummary & { text: string }> {
		const all = this.#services.events.list();
		const closed = this.#closedRecords();
		const events = all.filter(({ recordIds }) => recordIds.length === 0 || recordIds.some((id) => !closed.has(id)));
		const labels = this.#services.map.labels();
		const names = this.#services.names.list();
		const places = placesOf({ names, events }, { labels, language: this.#words.language() }, choice);
		const withheld = all.length - events.length;
		if (format === 'geojson')
			return { text: mapGeoJson(places, events), exported: places.length, withheld, withheldLayers: 0 };
		const points = names.flatMap(({ coordinates }) => coordinates);
		const layers = (choice.layers ?? []).filter(({ recordId }) => !closed.has(recordId));
		const { text, placeCount } = await this.#picture(places, points, { ...choice, layers });
		const withheldLayers = (choice.layers?.length ?? 0) - layers.length;
		return { text, exported: placeCount, withheld, withheldLayers };
	}

	/** Writes it to the disk, over what has that name. Throws unwritable-file or disk-full, and leaves that then. */
	async toFile(format: MapFormat, choice: MapExport, path: string): Promise<MapExportSummary> {
		const { text, ...summary } = await this.toText(format, choice);
		await writeWholeFile(path, text);
		return summary;
	}

	async #picture(
		places: readonly MapPlace[],
		points: readonly GeoPoint[],
		{ hasBorders = false, bounds, layers = [] }: MapExport,
	): Promise<MapSvg> {
		// Only here: three quarters of a megabyte that no other call needs.
		const { default: atlas } = await import('world-atlas/countries-50m.json?raw');
		const scene = makeMapScene(places, groundOf(points));
		const base = drawBaseMap(JSON.parse(atlas) as WorldAtlas, scene.plane);
		const titles = new Map(this.#services.map.layers().map((layer) => [layerKey(layer), layer.title]));
		// One that went meanwhile has nothing to be called by.
		const titled = layers.flatMap((layer) => {
			const title = titles.get(layerKey(layer));
			return title === undefined ? [] : { ...layer, title };
		});
		return mapSvg({ title: this.#words.title(), scene, base, hasBorders, bounds, layers: titled });
	}

	#closedRecords(): ReadonlySet<string> {
		const today = new Date(this.#database.now()).toISOString().slice(0, 10);
		const records = this.#services.records.list({});
		return new Set<string>(records.flatMap((record) => (isWithheld(record, today) ? record.id : [])));
	}
}
