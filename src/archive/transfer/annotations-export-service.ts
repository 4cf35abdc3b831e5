import type { AnnotationsService } from '#archive/annotations/annotations-service.ts';
import { readTarget } from '#archive/annotations/edition-reader.ts';
import type { PlacementsService } from '#archive/annotations/placements-service.ts';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { EditionsService } from '#archive/editions/editions-service.ts';
import type { LinkPlacementsService } from '#archive/links/link-placements-service.ts';
import type { LinksService } from '#archive/links/links-service.ts';
import type { RecordsService } from '#archive/records/records-service.ts';
import type { Annotation } from '#shared/domain/annotation.ts';
import type { AnnotationChoice, ExportFormat, ExportSummary } from '#shared/domain/annotation-transfer.ts';
import type { RecordId } from '#shared/domain/ids.ts';
import type { Link } from '#shared/domain/link.ts';
import { inTextOrder } from '#shared/domain/text-order.ts';
import { type WrittenLink, writeAnnotation } from '#shared/web-annotation/write-annotation.ts';
import { writeCollection } from '#shared/web-annotation/write-collection.ts';
import { writeDigest } from './annotation-digest.ts';
import { writeWholeFile } from './annotation-file.ts';
import { writeTable } from './annotation-table.ts';
import { EditionTexts } from './edition-texts.ts';
import type { ExportedRecord } from './exported-annotations.ts';
import { ExportedPlaces } from './exported-places.ts';
import { isWithheld } from './withholding.ts';

export interface ExportingServices {
	annotations: AnnotationsService;
	editions: EditionsService;
	records: RecordsService;
	links: LinksService;
	placements: PlacementsService;
	linkPlacements: LinkPlacementsService;
}

/** Writes annotations for other programs and for people. */
export class AnnotationsExportService {
	readonly #database: ArchiveDatabase;
	readonly #services: ExportingServices;
	readonly #title: () => string;

	/** @param title the archive's, asked each time. */
	constructor(database: ArchiveDatabase, services: ExportingServices, title: () => string) {
		this.#database = database;
		this.#services = services;
		this.#title = title;
	}

	/**
	 * The whole file as text. The same annotations give the same text, whenever and in whatever archive with the same
	 * records. Those of records in the bin are not in it.
	 */
	toText(format: ExportFormat, choice: AnnotationChoice): ExportSummary & { text: string } {
		const { records, withheld } = this.#gather(choice);
		const texts = new EditionTexts(this.#services.editions);
		return {
			text: this.#write(format, records, texts),
			exported: records.reduce((sum, { annotations }) => sum + annotations.length, 0),
			withheld,
		};
	}

	/** Writes it to the disk, over what has that name. Throws unwritable-file or disk-full, and leaves that then. */
	async toFile(format: ExportFormat, choice: AnnotationChoice, path: string): Promise<ExportSummary> {
		const { text, ...summary } = this.toText(format, choice);
		await writeWholeFile(path, text);
		return summary;
	}

	/** Just these annotations, as they are given, as Web Annotations, and of the links those that they have. */
	toCollection(annotations: readonly Annotation[], links: readonly Link[]): string {
		const records = this.#byRecord(annotations.map((annotation) => this.#onItsWords(annotation)));
		return this.#writeCollection(records, new EditionTexts(this.#services.editions), links);
	}

	#write(format: ExportFormat, records: readonly ExportedRecord[], texts: EditionTexts): string {
		if (format === 'csv') return writeTable(records, texts);
		if (format === 'markdown') return writeDigest(this.#title(), records, texts);
		return this.#writeCollection(records, texts, this.#services.links.ofAnnotations());
	}

	#writeCollection(records: readonly ExportedRecord[], texts: EditionTexts, all: readonly Link[]): string {
		const known = new ExportedPlaces(this.#services);
		const links = this.#linksByCarrier(records, all, known);
		const places = known.ofAnnotations(records.flatMap(({ annotations }) => annotations.map(({ id }) => id)));
		return writeCollection(
			records.flatMap(({ record, annotations }) =>
				annotations.map((annotation) => {
					const text = annotation.target && texts.get(annotation.target.editionId);
					return writeAnnotation(annotation, {
						record,
						edition: text ? { stream: text.stream, textSha256: text.edition.textSha256 } : null,
						mediaType: this.#mediaTypeOf(annotation),
						links: links.get(annotation.id) ?? [],
						places: places.get(annotation.id) ?? [],
					});
				}),
			),
		);
	}

	#mediaTypeOf({ recordId, region }: Annotation): string {
		if (!region) return '';
		const { files } = this.#services.records.get({ id: recordId });
		return files.find(({ sha256 }) => sha256 === region.originalSha256)?.mediaType ?? '';
	}

	#gather(choice: AnnotationChoice): { records: ExportedRecord[]; withheld: number } {
		const today = new Date(this.#database.now()).toISOString().slice(0, 10);
		const all = this.#byRecord(this.#chosen(choice));
		const records = all.filter(({ record }) => !isWithheld(record, today));
		const count = (some: readonly ExportedRecord[]) =>
			some.reduce((sum, { annotations }) => sum + annotations.length, 0);
		return { records, withheld: count(all) - count(records) };
	}

	/** Outside the bin, in a fixed order. */
	#byRecord(chosen: readonly Annotation[]): ExportedRecord[] {
		const byRecord = new Map<RecordId, Annotation[]>();
		for (const annotation of chosen) {
			const own = byRecord.get(annotation.recordId);
			if (own) own.push(annotation);
			else byRecord.set(annotation.recordId, [annotation]);
		}
		return this.#services.records
			.list({})
			.toSorted((a, b) => (a.id < b.id ? -1 : 1))
			.flatMap((record) => {
				const annotations = byRecord.get(record.id);
				return annotations ? [{ record, annotations: inTextOrder(annotations) }] : [];
			});
	}

	#chosen({ recordId, ids }: AnnotationChoice): Annotation[] {
		const all = this.#services.annotations.list(recordId ? { recordId } : {});
		return (ids ? withReplies(all, new Set(ids)) : all).map((annotation) => this.#onItsWords(annotation));
	}

	/** One from elsewhere that a person placed is written on the words that it stands on now. */
	#onItsWords(annotation: Annotation): Annotation {
		const { target, place, placement, recordId } = annotation;
		if (target || !place || placement !== 'placed') return annotation;
		return { ...annotation, target: readTarget(this.#services.editions, recordId, place) };
	}

	/** Each link once: with the annotation that it goes out from, else with the one that it leads to. */
	#linksByCarrier(
		records: readonly ExportedRecord[],
		all: readonly Link[],
		known: ExportedPlaces,
	): Map<string, WrittenLink[]> {
		const exported = new Set<string>(records.flatMap(({ annotations }) => annotations.map(({ id }) => id)));
		const links = new Map<string, Link[]>();
		for (const link of all) {
			const ends = [link.from, link.to].filter(({ kind, id }) => kind === 'annotation' && exported.has(id));
			const carrier = ends[0]?.id;
			if (carrier !== undefined) links.set(carrier, [...(links.get(carrier) ?? []), link]);
		}
		const places = known.ofLinks([...links.values()].flat().map(({ id }) => id));
		const placed = (link: Link): WrittenLink => ({ ...link, endPlaces: places.get(link.id) });
		return new Map([...links].map(([carrier, own]) => [carrier, own.map(placed)]));
	}
}

/** A thread is chosen with its first note: an answer to it says little without, and it little without the answers. */
function withReplies(all: readonly Annotation[], chosen: Set<string>): Annotation[] {
	const byId = new Map(all.map((annotation) => [annotation.id, annotation]));
	const isChosen = (annotation: Annotation): boolean => {
		const seen = new Set<string>();
		for (let at: Annotation | undefined = annotation; at && !seen.has(at.id); at = byId.get(at.replyToId ?? at.id)) {
			if (chosen.has(at.id)) return true;
			seen.add(at.id);
		}
		return false;
	};
	return all.filter(isChosen);
}
