import type { CollectionsService } from '#archive/collections/collections-service.ts';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { EventsService } from '#archive/events/events-service.ts';
import type { NamesService } from '#archive/names/names-service.ts';
import type { RecordsService } from '#archive/records/records-service.ts';
import type { TagsService } from '#archive/tags/tags-service.ts';
import { chronologySvg } from '#shared/chronology/chronology-svg.ts';
import { chronologyCsv, chronologyJson } from '#shared/chronology/chronology-table-file.ts';
import { eventContext } from '#shared/chronology/event-context.ts';
import { lanesOf } from '#shared/chronology/lanes.ts';
import { placeEvents } from '#shared/chronology/placed-events.ts';
import type { ExportSummary } from '#shared/domain/annotation-transfer.ts';
import type { ChronologyChoice, ChronologyFormat } from '#shared/domain/chronology.ts';
import type { ArchiveEvent } from '#shared/domain/event.ts';
import { writeWholeFile } from './annotation-file.ts';
import { isWithheld } from './withholding.ts';

interface ExportedServices {
	events: EventsService;
	names: NamesService;
	records: RecordsService;
	collections: CollectionsService;
	tags: TagsService;
}

/** Writes the chronology as a table, as data or as a picture. */
export class ChronologyExportService {
	readonly #database: ArchiveDatabase;
	readonly #services: ExportedServices;
	readonly #title: () => string;
	readonly #language: () => string;

	/** @param title the archive's, asked each time. @param language of the forms in which names are shown. */
	constructor(database: ArchiveDatabase, services: ExportedServices, title: () => string, language: () => string) {
		this.#database = database;
		this.#services = services;
		this.#title = title;
		this.#language = language;
	}

	/**
	 * The whole file as text. Records that are not open are not named in it, and an event that only such records attest is
	 * left out and counted.
	 */
	toText(format: ChronologyFormat, { ids, ...picture }: ChronologyChoice): ExportSummary & { text: string } {
		const chosen = ids && new Set(ids);
		const asked = this.#services.events.list().filter(({ id }) => !chosen || chosen.has(id));
		const withheldIds = this.#withheldIds();
		const isOpen = (id: string) => !withheldIds.has(id);
		const shown = asked.filter(({ recordIds }) => recordIds.length === 0 || recordIds.some(isOpen));
		const text = this.#write(
			format,
			shown.map((event) => withoutWithheld(event, isOpen)),
			picture,
		);
		return { text, exported: shown.length, withheld: asked.length - shown.length };
	}

	/** Writes it to the disk, over what has that name. Throws unwritable-file or disk-full, and leaves that then. */
	async toFile(format: ChronologyFormat, choice: ChronologyChoice, path: string): Promise<ExportSummary> {
		const { text, ...summary } = this.toText(format, choice);
		await writeWholeFile(path, text);
		return summary;
	}

	#write(format: ChronologyFormat, events: readonly ArchiveEvent[], picture: Omit<ChronologyChoice, 'ids'>): string {
		const { names, records, collections, tags } = this.#services;
		const known = { events, names: names.list(), records: records.list({}), collections: collections.list() };
		const context = eventContext({ ...known, tags: tags.list() }, this.#language());
		const placed = placeEvents(events);
		if (format === 'csv') return chronologyCsv(placed, context);
		if (format === 'json') return chronologyJson(placed, context);
		const { lanes = 'kind', ...years } = picture;
		return chronologySvg({ title: this.#title(), lanes: lanesOf(placed, lanes, context), context, ...years });
	}

	#withheldIds(): Set<string> {
		const today = new Date(this.#database.now()).toISOString().slice(0, 10);
		return new Set(this.#services.records.list({}).flatMap((record) => (isWithheld(record, today) ? record.id : [])));
	}
}

function withoutWithheld(event: ArchiveEvent, isOpen: (id: string) => boolean): ArchiveEvent {
	const { recordIds, disputingRecordIds } = event;
	return { ...event, recordIds: recordIds.filter(isOpen), disputingRecordIds: disputingRecordIds.filter(isOpen) };
}
