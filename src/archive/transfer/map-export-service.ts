import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { EventsService } from '#archive/events/events-service.ts';
import type { MapService } from '#archive/map/map-service.ts';
import type { NamesService } from '#archive/names/names-service.ts';
import type { RecordsService } from '#archive/records/records-service.ts';
import type { ExportSummary } from '#shared/domain/annotation-transfer.ts';
import type { MapExport, MapFormat, MapPlace } from '#shared/domain/map.ts';
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
	async toText(format: MapFormat, choice: MapExport): Promise<ExportSummary & { text: string }> {
		const all = this.#services.events.list();
		const events = all.filter(this.#isTold());
		const labels = this.#services.map.labels();
		const names = this.#services.names.list();
		const places = placesOf({ names, events }, { labels, language: this.#words.language() }, choice);
		const withheld = all.length - events.length;
		if (format === 'geojson') return { text: mapGeoJson(places, events), exported: places.length, withheld };
		const points = names.flatMap(({ coordinates }) => coordinates);
		const { text, placeCount } = await this.#picture(places, points, choice);
		return { text, exported: placeCount, withheld };
	}

	/** Writes it to the disk, over what has that name. Throws unwritable-file or disk-full, and leaves that then. */
	async toFile(format: MapFormat, choice: MapExport, path: string): Promise<ExportSummary> {
		const { text, ...summary } = await this.toText(format, choice);
		await writeWholeFile(path, text);
		return summary;
	}

	async #picture(
		places: readonly MapPlace[],
		points: readonly GeoPoint[],
		{ hasBorders = false, bounds }: MapExport,
	): Promise<MapSvg> {
		// Only here: three quarters of a megabyte that no other call needs.
		const { default: atlas } = await import('world-atlas/countries-50m.json?raw');
		const scene = makeMapScene(places, groundOf(points));
		const base = drawBaseMap(JSON.parse(atlas) as WorldAtlas, scene.plane);
		return mapSvg({ title: this.#words.title(), scene, base, hasBorders, bounds });
	}

	#isTold() {
		const today = new Date(this.#database.now()).toISOString().slice(0, 10);
		const records = this.#services.records.list({});
		const withheld = new Set<string>(records.flatMap((record) => (isWithheld(record, today) ? record.id : [])));
		return ({ recordIds }: { recordIds: readonly string[] }) =>
			recordIds.length === 0 || recordIds.some((id) => !withheld.has(id));
	}
}
