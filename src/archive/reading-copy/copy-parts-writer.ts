import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import { packEditions, pagesOf, type Turn } from '#archive/search/segment-packing.ts';
import type { RecordDetail } from '#shared/api/records-api.ts';
import type { SearchOwner } from '#shared/api/search-api.ts';
import { toErrorData } from '#shared/domain/app-error.ts';
import type { StoredBlock } from '#shared/domain/block.ts';
import { type Figure, type FigurePicture, withoutPicture, withPictureAlone } from '#shared/domain/figure.ts';
import { type ArchiveId, type EditionId, newId, type RecordId, type Sha256 } from '#shared/domain/ids.ts';
import type { LinkView } from '#shared/domain/link.ts';
import { unlessEmpty } from '#shared/domain/unless-empty.ts';
import { shapesOnly, type WorldAtlas } from '#shared/map/base-map.ts';
import {
	baseMapPart,
	type CopiedRecord,
	type CopyCore,
	type CopyId,
	copyFormat,
	corePart,
	type GraphPart,
	graphPart,
	type LinksPart,
	linksPart,
	type NotesPart,
	notesPart,
	type SearchPart,
	searchPart,
	type ThingsPart,
	thingsPart,
} from '#shared/reading-copy/copy-parts.ts';
import { barePicture } from './bare-picture/bare-picture.ts';
import { copiedGraph } from './copied-graph.ts';
import { type CopyPlan, handedOn, heldEvidence, heldViews } from './copy-plan.ts';
import { sha256Of } from './copy-program.ts';
import type { CopiedServices } from './copy-services.ts';
import { NumberedParts, type Part } from './numbered-parts.ts';
import { listExpectedCitations } from './reading-copy-repository.ts';

export interface PartsOptions {
	plan: CopyPlan;
	services: CopiedServices;
	database: ArchiveDatabase;
	archive: { id: ArchiveId; title: string };
	home: CopyCore['home'];
	/** Whether pictures go along that stand in the texts. */
	hasPictures: boolean;
	software: string;
	turn: Turn;
	/** Called when a record's text, and later its description, is in a part. */
	onRecord(record: RecordDetail): void;
	/** Called with the bytes of each picture before it is in a part. */
	onPicture(bytes: number): void;
}

const ownersAtOnce = 500;

/** Everything that a copy holds, a part after the other. */
export async function* copyParts(options: PartsOptions): AsyncGenerator<Part> {
	const { plan, services } = options;
	yield* wordParts(options);
	yield part(graphPart, copiedGraph(plan, services) satisfies GraphPart);
	if (plan.names.some(({ coordinates }) => coordinates.length > 0)) yield part(baseMapPart, await baseMap());
	yield* searchParts(options);
}

/**
 * Texts with their pictures, which lie in originals that do not go along: each is written once, before what shows it, and
 * without what a camera or a program wrote into it.
 */
class CopiedTexts {
	readonly texts = new NumberedParts('texts');
	readonly pictures = new NumberedParts('pictures');
	readonly #options: PartsOptions;
	/** Of each that was read, by what its text says of it, what it is here: an emblem may stand on every page. */
	readonly #copied = new Map<string, CopiedPicture | null>();

	constructor(options: PartsOptions) {
		this.#options = options;
	}

	async *add(id: EditionId): AsyncGenerator<Part> {
		const blocks: StoredBlock[] = [];
		for (const block of this.#options.services.editions.blocks({ id }))
			blocks.push(block.figure ? { ...block, figure: yield* this.#figure(id, block.ordinal, block.figure) } : block);
		yield* this.texts.add(id, blocks);
	}

	*end(): Generator<Part> {
		yield* this.texts.end();
		yield* this.pictures.end();
	}

	async *#figure(id: EditionId, ordinal: number, figure: Figure): AsyncGenerator<Part, Figure> {
		const { picture } = figure;
		if (!picture || !this.#options.hasPictures) return withoutPicture(figure);
		const key = JSON.stringify([id, picture]);
		const known = this.#copied.get(key);
		const copied = known === undefined ? yield* this.#add(id, ordinal, picture) : known;
		this.#copied.set(key, copied);
		return copied === null ? withoutPicture(figure) : withPictureAlone({ ...figure, picture }, copied);
	}

	async *#add(
		id: EditionId,
		ordinal: number,
		{ mediaType }: FigurePicture,
	): AsyncGenerator<Part, CopiedPicture | null> {
		await this.#options.turn();
		const original = await this.#bytesOf(id, ordinal);
		const bytes = original && barePicture(original, mediaType);
		if (!bytes) return null;
		const sha256 = sha256Of(bytes) as Sha256;
		if (!(sha256 in this.pictures.numbers)) {
			this.#options.onPicture(bytes.length);
			yield* this.pictures.add(sha256, Buffer.from(bytes).toString('base64'));
		}
		return { length: bytes.length, sha256 };
	}

	/** Null where the original is not here, or is not as it was. */
	async #bytesOf(id: EditionId, ordinal: number): Promise<Uint8Array | null> {
		try {
			return (await this.#options.services.pictures.read({ id, ordinal })).bytes;
		} catch (error) {
			if (['damaged-original', 'not-found'].includes(toErrorData(error).code)) return null;
			throw error;
		}
	}
}

type CopiedPicture = Pick<FigurePicture, 'length' | 'sha256'>;

/** All that somebody wrote; what says where the other parts are comes last. Graph and search have no words beside. */
export async function* wordParts(options: PartsOptions): AsyncGenerator<Part> {
	const { plan, services, database, archive, home, software, turn, onRecord } = options;
	const copied = new CopiedTexts(options);
	for (const record of plan.records) {
		for (const { id } of record.editions) yield* copied.add(id);
		onRecord(record);
		await turn();
	}
	yield* copied.end();

	const records = new NumberedParts('records');
	for (const detail of plan.records) {
		const record: CopiedRecord = {
			detail,
			description: handedOn(services.descriptions.get({ recordId: detail.id })),
			links: heldViews(plan, services.links.list({ kind: 'record', id: detail.id })),
		};
		yield* records.add(detail.id, record);
		onRecord(detail);
		await turn();
	}
	yield* records.end();

	const { names, events } = plan;
	yield part(thingsPart, { names, events, mentions: await mentionsOf(plan, services, turn) } satisfies ThingsPart);
	yield part(linksPart, await linksOf(options));
	yield part(notesPart, await notesOf(plan, services, turn));
	const core: CopyCore = {
		format: copyFormat,
		copyId: newId<CopyId>(),
		madeAt: new Date(database.now()).toISOString(),
		software,
		archive,
		home,
		status: statusOf(plan.records),
		known: plan.known,
		records: plan.records.map(
			({ files: _files, editions: _editions, redactionId: _redaction, translationIds: _translations, ...summary }) =>
				summary,
		),
		collections: plan.collections.map((collection) => ({
			...collection,
			recordCount: plan.records.filter(({ collectionIds }) => collectionIds.includes(collection.id)).length,
		})),
		tags: services.tags.list().flatMap((tag) => {
			const recordCount = plan.records.filter(({ tagIds }) => tagIds.includes(tag.id)).length;
			const useCount = recordCount + plan.annotations.filter(({ tags }) => tags.includes(tag.name)).length;
			return useCount > 0 ? [{ ...tag, recordCount, useCount }] : [];
		}),
		placeLabels: services.map.labels(),
		recordParts: records.numbers,
		textParts: copied.texts.numbers,
		pictureParts: copied.pictures.numbers,
	};
	yield part(corePart, core);
}

/** What was said of passages whose text is in the copy; not by whom and when. */
async function mentionsOf(plan: CopyPlan, services: CopiedServices, turn: Turn): Promise<ThingsPart['mentions']> {
	const mentions: ThingsPart['mentions'] = {};
	const editionIds = new Set<string>(plan.records.flatMap(({ editionId }) => editionId ?? []));
	for (const { id } of plan.names) {
		const held = services.mentions.list({ nameId: id }).filter(({ place }) => place && editionIds.has(place.editionId));
		if (held.length > 0) mentions[id] = held.map(({ author: _author, judgedAt: _judgedAt, ...mention }) => mention);
		await turn();
	}
	return mentions;
}

async function linksOf({ plan, services, database, turn }: PartsOptions): Promise<LinksPart> {
	const ofNames: LinksPart['ofNames'] = {};
	for (const { id } of plan.names) {
		const views = heldViews(plan, services.links.list({ kind: 'name', id }));
		if (views.length > 0) ofNames[id] = views;
		await turn();
	}
	const evidence = services.evidence.ofEvents(plan.events.map(({ id }) => id));
	const eventEvidence = Object.fromEntries(
		[...evidence].map(([id, { attests, contradicts }]) => [
			id,
			{ attests: heldEvidence(plan, attests), contradicts: heldEvidence(plan, contradicts) },
		]),
	);
	return { ofNames, eventEvidence, citedCounts: citedCounts(plan, listExpectedCitations(database.reader)) };
}

/** As the list of sources counts in the archive; here from what is in the copy. */
function citedCounts(
	{ records, links, holds }: CopyPlan,
	expected: readonly { fromId: string; toId: string }[],
): LinksPart['citedCounts'] {
	const counts: LinksPart['citedCounts'] = {};
	for (const { id, holding } of records) if (holding === 'described-only') counts[id] = 0;
	const cited = [
		...links.flatMap(({ type, to }) => (type === 'cites' ? [to.id] : [])),
		...expected.flatMap(({ fromId, toId }) => (holds({ kind: 'record', id: fromId }) ? [toId] : [])),
	];
	for (const id of cited as RecordId[]) if (counts[id] !== undefined) counts[id] += 1;
	return counts;
}

/** Only here: three quarters of a megabyte that no other call needs. */
async function baseMap() {
	const { default: atlas } = await import('world-atlas/countries-50m.json?raw');
	return shapesOnly(JSON.parse(atlas) as WorldAtlas);
}

async function notesOf(plan: CopyPlan, services: CopiedServices, turn: Turn): Promise<NotesPart> {
	const links: Record<RecordId, LinkView[]> = {};
	for (const recordId of new Set(plan.annotations.map((annotation) => annotation.recordId))) {
		const views = heldViews(plan, services.links.onAnnotations({ recordId }));
		if (views.length > 0) links[recordId] = views;
		await turn();
	}
	const claims = services.evidence
		.list()
		.filter(({ claim }) => plan.holds({ kind: 'annotation', id: claim.id }))
		.map(({ supports, contradicts, ...claim }) => ({
			...claim,
			supports: heldEvidence(plan, supports),
			contradicts: heldEvidence(plan, contradicts),
		}));
	return { annotations: plan.annotations, claims, links };
}

async function* searchParts({ plan, services, database, turn }: PartsOptions): AsyncGenerator<Part> {
	const index = new NumberedParts('index', { isList: true });
	const segments: SearchPart['segments'] = [];
	const editions = plan.records.flatMap((record) => record.editions);
	for await (const built of packEditions(database.reader, editions, turn)) {
		const pages: SearchPart['segments'][number]['pages'] = [];
		for (const bytes of pagesOf(built)) {
			pages.push(index.next);
			yield* index.push(Buffer.from(bytes).toString('base64'));
			await turn();
		}
		segments.push({ id: newId(), header: built.header, pages });
	}
	yield* index.end();

	const described: Pick<SearchPart, 'owners' | 'documents'> = { owners: [], documents: [] };
	const ownerIds = [...plan.records, ...plan.names].map(({ id }) => id as string);
	for (let from = 0; from < ownerIds.length; from += ownersAtOnce) {
		const { owners, documents } = services.search.described({ ownerIds: ownerIds.slice(from, from + ownersAtOnce) });
		described.owners.push(...owners.map((owner) => withHeldNames(plan, owner)));
		described.documents.push(...documents);
		await turn();
	}
	yield part(searchPart, { ...described, segments } satisfies SearchPart);
}

/** A name that is not in the copy narrows nothing there. */
function withHeldNames({ holds }: CopyPlan, { people, places, ...owner }: SearchOwner): SearchOwner {
	const held = (ids: string[] = []) => ids.filter((id) => holds({ kind: 'name', id }));
	return { ...owner, ...unlessEmpty('people', held(people)), ...unlessEmpty('places', held(places)) };
}

export function statusOf(records: readonly RecordDetail[]): CopyCore['status'] {
	const files = new Map(records.flatMap((record) => record.files.map((file) => [file.sha256, file] as const)));
	const held = [...files.values()];
	const checks = held.map(({ verifiedAt }) => verifiedAt ?? '').sort();
	return {
		heldCount: held.length,
		intactCount: held.filter(({ fixity }) => fixity === 'intact').length,
		verifiedAt: checks[0] || null,
		noTextCount: records.filter(isHeldWithoutText).length,
		passageCount: records.reduce((sum, { passageCount }) => sum + passageCount, 0),
	};
}

/** Also where it has an edition, of nothing but pictures. */
function isHeldWithoutText({ holding, passageCount }: RecordDetail): boolean {
	return holding !== 'described-only' && passageCount === 0;
}

function part(name: string, content: unknown): Part {
	return { name, content: JSON.stringify(content) };
}
