import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import { packEditions, pagesOf, type Turn } from '#archive/search/segment-packing.ts';
import type { RecordDetail } from '#shared/api/records-api.ts';
import type { SearchOwner } from '#shared/api/search-api.ts';
import { type ArchiveId, newId, type RecordId } from '#shared/domain/ids.ts';
import type { LinkView } from '#shared/domain/link.ts';
import {
	type CopiedRecord,
	type CopyCore,
	type CopyId,
	copyFormat,
	corePart,
	type LinksPart,
	linksPart,
	type NotesPart,
	notesPart,
	type SearchPart,
	searchPart,
	type ThingsPart,
	thingsPart,
} from '#shared/reading-copy/copy-parts.ts';
import { type CopyPlan, handedOn, heldEvidence, heldViews } from './copy-plan.ts';
import type { CopiedServices } from './copy-services.ts';
import { NumberedParts, type Part } from './numbered-parts.ts';

export interface PartsOptions {
	plan: CopyPlan;
	services: CopiedServices;
	database: ArchiveDatabase;
	archive: { id: ArchiveId; title: string };
	software: string;
	turn: Turn;
	/** Called when a record's text, and later its description, is in a part. */
	onRecord(record: RecordDetail): void;
}

const ownersAtOnce = 500;

/** Everything that a copy holds, a part after the other; what says where the others are comes last. */
export async function* copyParts(options: PartsOptions): AsyncGenerator<Part> {
	const { plan, services, database, archive, software, turn, onRecord } = options;
	const texts = new NumberedParts('texts');
	for (const record of plan.records) {
		const { editionId } = record;
		if (editionId) yield* texts.add(editionId, services.editions.blocks({ id: editionId }));
		onRecord(record);
		await turn();
	}
	yield* texts.end();

	const records = new NumberedParts('records');
	for (const detail of plan.records) {
		const copied: CopiedRecord = {
			detail,
			description: handedOn(services.descriptions.get({ recordId: detail.id })),
			links: heldViews(plan, services.links.list({ kind: 'record', id: detail.id })),
		};
		yield* records.add(detail.id, copied);
		onRecord(detail);
		await turn();
	}
	yield* records.end();

	yield part(thingsPart, thingsOf(plan, services));
	yield part(linksPart, await linksOf(plan, services, turn));
	yield part(notesPart, await notesOf(plan, services, turn));
	yield* searchParts(options);
	const core: CopyCore = {
		format: copyFormat,
		copyId: newId<CopyId>(),
		madeAt: new Date(database.now()).toISOString(),
		software,
		archive,
		status: statusOf(plan.records),
		known: plan.known,
		records: plan.records.map(({ files: _files, editions: _editions, ...summary }) => summary),
		collections: plan.collections.map((collection) => ({
			...collection,
			recordCount: plan.records.filter(({ collectionIds }) => collectionIds.includes(collection.id)).length,
		})),
		tags: services.tags.list().flatMap((tag) => {
			const recordCount = plan.records.filter(({ tagIds }) => tagIds.includes(tag.id)).length;
			const useCount = recordCount + plan.annotations.filter(({ tags }) => tags.includes(tag.name)).length;
			return useCount > 0 ? [{ ...tag, recordCount, useCount }] : [];
		}),
		recordParts: records.numbers,
		textParts: texts.numbers,
	};
	yield part(corePart, core);
}

function thingsOf({ names, events }: CopyPlan, { nameJoining }: CopiedServices): ThingsPart {
	const nameUses = Object.fromEntries(names.map(({ id }) => [id, nameJoining.uses({ ids: [id] })]));
	return { names, nameUses, events };
}

async function linksOf(plan: CopyPlan, services: CopiedServices, turn: Turn): Promise<LinksPart> {
	const links: Record<string, LinkView[]> = {};
	const eventEvidence: LinksPart['eventEvidence'] = {};
	const ends = [
		...plan.names.map(({ id }) => ({ kind: 'name' as const, id })),
		...plan.events.map(({ id }) => ({ kind: 'event' as const, id })),
		...plan.annotations.map(({ id }) => ({ kind: 'annotation' as const, id })),
	];
	for (const { kind, id } of ends) {
		const views = heldViews(plan, services.links.list({ kind, id }));
		if (views.length > 0) links[id] = views;
		await turn();
	}
	for (const { id } of plan.events) {
		const { attests, contradicts } = services.evidence.ofEvent({ id });
		eventEvidence[id] = { attests: heldEvidence(plan, attests), contradicts: heldEvidence(plan, contradicts) };
		await turn();
	}
	return { links, eventEvidence };
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

function unlessEmpty<K extends string>(key: K, values: string[]): { [P in K]?: string[] } {
	return (values.length > 0 ? { [key]: values } : {}) as { [P in K]?: string[] };
}

function statusOf(records: readonly RecordDetail[]): CopyCore['status'] {
	const files = new Map(records.flatMap((record) => record.files.map((file) => [file.sha256, file] as const)));
	const held = [...files.values()];
	const checks = held.map(({ verifiedAt }) => verifiedAt ?? '').sort();
	return {
		heldCount: held.length,
		intactCount: held.filter(({ fixity }) => fixity === 'intact').length,
		verifiedAt: checks[0] || null,
		noTextCount: records.filter(({ holding, editionId }) => holding !== 'described-only' && editionId === null).length,
		passageCount: records.reduce((sum, { passageCount }) => sum + passageCount, 0),
	};
}

function part(name: string, content: unknown): Part {
	return { name, content: JSON.stringify(content) };
}
