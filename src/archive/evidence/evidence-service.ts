import type { AnnotationsService } from '#archive/annotations/annotations-service.ts';
import type { EditionsService } from '#archive/editions/editions-service.ts';
import type { EventsService } from '#archive/events/events-service.ts';
import type { LinksService } from '#archive/links/links-service.ts';
import type { NamesService } from '#archive/names/names-service.ts';
import type { RecordsService } from '#archive/records/records-service.ts';
import { type Annotation, quoteOf, sureRange } from '#shared/domain/annotation.ts';
import type { ClaimEvidence, EventEvidence, Evidence, SourceRecord } from '#shared/domain/evidence.ts';
import type { EventId } from '#shared/domain/ids.ts';
import type { Link } from '#shared/domain/link.ts';
import { mainDate, type RecordSummary } from '#shared/domain/record.ts';
import { inTextOrder } from '#shared/domain/text-order.ts';
import { collation } from '#shared/messages/collation.ts';
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
			const numbers = reader.numbersOf(sureRange(claim));
			return {
				claim,
				words: quoteOf(claim),
				record,
				numbers,
				supports: of('supports'),
				contradicts: of('contradicts'),
			};
		});
	}

	/** What attests an event and what contradicts it, in the order in which it was linked. Suggested links say nothing yet. */
	ofEvent({ id }: { id: EventId }): EventEvidence {
		this.#services.events.get({ id });
		return this.ofEvents([id]).get(id) ?? { attests: [], contradicts: [] };
	}

	/** The same of many events, with the archive read once. One that is not there has none. */
	ofEvents(ids: readonly EventId[]): Map<EventId, EventEvidence> {
		const { annotations, links, records } = this.#services;
		const byEvent = new Map<string, ClaimLink[]>(ids.map((id) => [id, []]));
		for (const link of links.ofTypes(['attests', 'contradicts'])) {
			if (link.origin === 'suggested') continue;
			const [from, to] = [link.from, link.to].map(({ kind, id }) => (kind === 'event' ? byEvent.get(id) : undefined));
			from?.push({ link, other: 'to', isOnPassage: false });
			// Of a link from a thing to itself the outgoing side only.
			if (to !== from) to?.push({ link, other: 'from', isOnPassage: false });
		}
		const all = [...byEvent.values()].flat();
		const made = all.map(({ link }) => link);
		const sources = new Map<string, SourceRecord>(records.list({}).map((record) => [record.id, sourceOf(record)]));
		const isAnnotated = all.some(({ link, other }) => link[other].kind === 'annotation');
		const reader = this.#reader(sources, isAnnotated ? annotations.list({}) : [], made);
		return new Map(
			ids.map((id) => {
				const own = byEvent.get(id) ?? [];
				const attests = withoutVaguer(evidenceOf(own, 'attests', reader));
				return [id, { attests, contradicts: evidenceOf(own, 'contradicts', reader) }];
			}),
		);
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
	const inOrder = collation();
	return [...byRecord]
		.toSorted(([a], [b]) => inOrder(title(a), title(b)) || (a < b ? -1 : 1))
		.flatMap(([, own]) => inTextOrder(own));
}
