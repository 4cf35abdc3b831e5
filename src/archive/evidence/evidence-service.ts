import type { AnnotationsService } from '#archive/annotations/annotations-service.ts';
import type { EditionsService } from '#archive/editions/editions-service.ts';
import type { EventsService } from '#archive/events/events-service.ts';
import type { LinksService } from '#archive/links/links-service.ts';
import type { NamesService } from '#archive/names/names-service.ts';
import type { RecordsService } from '#archive/records/records-service.ts';
import type { Annotation } from '#shared/domain/annotation.ts';
import type { ClaimEvidence, EventEvidence, Evidence, SourceRecord } from '#shared/domain/evidence.ts';
import type { EventId } from '#shared/domain/ids.ts';
import type { Link } from '#shared/domain/link.ts';
import { mainDate, type RecordSummary } from '#shared/domain/record.ts';
import { inTextOrder } from '#shared/domain/text-order.ts';
import { type ClaimLink, linksByClaim } from './claim-links.ts';
import { EvidenceReader } from './evidence-reader.ts';

export interface EvidenceServices {
	annotations: AnnotationsService;
	links: LinksService;
	records: RecordsService;
	editions: EditionsService;
	events: EventsService;
	names: NamesService;
}

/** Which claims were made, and what is linked for them and against them. */
export class EvidenceService {
	readonly #services: EvidenceServices;
	readonly #language: () => string;

	/** @param language BCP 47 of the forms in which names are shown, asked each time. */
	constructor(services: EvidenceServices, language: () => string) {
		this.#services = services;
		this.#language = language;
	}

	/**
	 * Every claim outside the bin, by record and in the order of its text. Suggested links say nothing yet, and what leads
	 * into the bin is left out.
	 */
	list(): ClaimEvidence[] {
		const { annotations, links, records } = this.#services;
		const sources = new Map<string, SourceRecord>(records.list({}).map((record) => [record.id, sourceOf(record)]));
		const all = annotations.list({});
		const claims = all.filter(({ purpose }) => purpose === 'claim');
		const made = links.ofTypes(['supports', 'contradicts']).filter(({ origin }) => origin !== 'suggested');
		const byClaim = linksByClaim(claims, made);
		const reader = this.#reader(sources, all, made);
		return inRecordOrder(claims, sources).flatMap((claim) => {
			const record = sources.get(claim.recordId);
			if (!record) return [];
			const own = byClaim.get(claim.id) ?? [];
			const of = (type: Link['type']) => evidenceOf(own, type, reader);
			const numbers = reader.numbersOf(claim.place ?? claim.target);
			return { claim, record, numbers, supports: of('supports'), contradicts: of('contradicts') };
		});
	}

	/** What attests an event and what contradicts it, in the order in which it was linked. Suggested links say nothing yet. */
	ofEvent({ id }: { id: EventId }): EventEvidence {
		const { annotations, links, records, events } = this.#services;
		events.get({ id });
		const own = links
			.ofTypes(['attests', 'contradicts'])
			.filter(({ origin }) => origin !== 'suggested')
			.flatMap((link): ClaimLink[] => {
				const isFrom = link.from.kind === 'event' && link.from.id === id;
				if (!isFrom && !(link.to.kind === 'event' && link.to.id === id)) return [];
				return [{ link, other: isFrom ? 'to' : 'from', isOnPassage: false }];
			});
		const made = own.map(({ link }) => link);
		const sources = new Map<string, SourceRecord>(records.list({}).map((record) => [record.id, sourceOf(record)]));
		const isAnnotated = own.some(({ link, other }) => link[other].kind === 'annotation');
		const reader = this.#reader(sources, isAnnotated ? annotations.list({}) : [], made);
		return {
			attests: withoutVaguer(evidenceOf(own, 'attests', reader)),
			contradicts: evidenceOf(own, 'contradicts', reader),
		};
	}

	#reader(
		sources: ReadonlyMap<string, SourceRecord>,
		annotations: readonly Annotation[],
		links: readonly Link[],
	): EvidenceReader {
		const { editions, events, names } = this.#services;
		const ends = links.flatMap(({ from, to }) => [from, to]);
		const nameIds = ends.flatMap(({ kind, id }) => (kind === 'name' ? [id] : []));
		return new EvidenceReader({
			editions,
			sources,
			annotations: new Map(annotations.map((annotation) => [annotation.id, annotation])),
			names: nameIds.length > 0 ? names.displayForms(nameIds, this.#language()) : new Map(),
			events: ends.some(({ kind }) => kind === 'event')
				? new Map(events.list().map((event) => [event.id, event]))
				: new Map(),
		});
	}
}

function evidenceOf(links: readonly ClaimLink[], type: Link['type'], reader: EvidenceReader): Evidence[] {
	return links.filter(({ link }) => link.type === type).flatMap((claimLink) => reader.read(claimLink) ?? []);
}

/** Where a passage of a record says it, that the record does adds nothing. */
function withoutVaguer(evidence: readonly Evidence[]): Evidence[] {
	const exact = new Set(evidence.filter(({ range }) => range).map(({ record }) => record?.id));
	return evidence.filter(({ range, record }) => range !== null || record === null || !exact.has(record.id));
}

function sourceOf({ id, title, dates, holding }: RecordSummary): SourceRecord {
	return { id, title, dateEdtf: mainDate(dates), holding };
}

function inRecordOrder(claims: readonly Annotation[], sources: ReadonlyMap<string, SourceRecord>): Annotation[] {
	const byRecord = new Map<string, Annotation[]>();
	for (const claim of claims) {
		const own = byRecord.get(claim.recordId);
		if (own) own.push(claim);
		else byRecord.set(claim.recordId, [claim]);
	}
	const title = (id: string) => sources.get(id)?.title ?? '';
	return [...byRecord]
		.toSorted(([a], [b]) => title(a).localeCompare(title(b)) || (a < b ? -1 : 1))
		.flatMap(([, own]) => inTextOrder(own));
}
