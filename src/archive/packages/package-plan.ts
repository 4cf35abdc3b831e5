import type { RecordDetail } from '#shared/api/records-api.ts';
import type { Collection } from '#shared/domain/collection.ts';
import type { CustodyEvent } from '#shared/domain/custody.ts';
import type { Edition } from '#shared/domain/edition.ts';
import type { ArchiveEvent } from '#shared/domain/event.ts';
import type { CollectionId, RecordId, Sha256 } from '#shared/domain/ids.ts';
import { type Link, type LinkEnd, linkTypes } from '#shared/domain/link.ts';
import type { Name } from '#shared/domain/name.ts';
import type { PackageChoice, PackagePreview, PackageProfile } from '#shared/domain/package.ts';
import type { HeldFile } from '#shared/domain/record.ts';
import { PortablePaths } from './bag/portable-paths.ts';
import type { PackagedServices } from './package-services.ts';
import { openRecords } from './record-choice.ts';
import { shareableAnnotations, shareableRecord } from './safe-share.ts';

export interface PlannedOriginal {
	sha256: Sha256;
	/** Below `data/`. */
	path: string;
	sizeBytes: number;
}

export interface PlannedEdition {
	edition: Edition;
	/** Of its plain text, below `data/`. */
	path: string;
}

/** What a package will hold, settled at one moment; originals and texts never change, so they are read when they are due. */
export interface PackagePlan {
	profile: PackageProfile;
	records: RecordDetail[];
	tagNames: ReadonlyMap<RecordId, string[]>;
	/** Where the original with this digest lies, below `data/`. */
	pathOf: ReadonlyMap<Sha256, string>;
	originals: PlannedOriginal[];
	editions: PlannedEdition[];
	/** A whole W3C Web Annotation file. */
	annotations: string;
	links: Link[];
	names: Name[];
	events: ArchiveEvent[];
	collections: Collection[];
	custody: CustodyLine[];
	/** Titles of chosen records that their access keeps in. */
	closed: string[];
	preview: PackagePreview;
}

/** An entry of the custody log, or, of one about what is not in the package, only what the chain needs. */
export type CustodyLine = CustodyEvent | (Pick<CustodyEvent, 'replicaId' | 'sequence' | 'hash'> & { leftOut: true });

export interface PlanRequest {
	choice: PackageChoice;
	profile: PackageProfile;
	/** ISO 8601 date by which embargoes are judged. */
	today: string;
}

/** Settles what goes into a package, and counts what does not. Writes nothing; throws not-found for a collection that is none. */
export function planPackage(services: PackagedServices, { choice, profile, today }: PlanRequest): PackagePlan {
	const isShare = profile === 'share';
	const { open, closed } = openRecords(services, choice, today);
	const details = open.map(({ id }) => services.records.get({ id }));
	const recordIds = new Set<string>(details.map(({ id }) => id));
	const annotations = planAnnotations(services, recordIds, isShare);
	const originals = isShare ? [] : planOriginals(details);
	const pathOf = new Map(originals.map(({ sha256, path }) => [sha256, path]));
	const isAll = choice.collectionId === undefined && choice.recordIds === undefined;
	const surroundings = planSurroundings(services, { recordIds, annotationIds: annotations.ids, isAll });
	const records = isShare ? details.map(shareableRecord) : details;
	const editions = planEditions(records);
	const custody = isShare ? [] : custodyLines(services, new Set<string>([...recordIds, ...pathOf.keys()]));
	const collections = planCollections(services, details, isAll);
	const heldFiles = new Set(details.flatMap(({ files }) => files.map(({ sha256 }) => sha256)));
	return {
		profile,
		records,
		tagNames: tagNamesOf(services, details),
		pathOf,
		originals,
		editions,
		annotations: annotations.text,
		...surroundings,
		collections,
		custody,
		closed: closed.map(({ title }) => title),
		preview: {
			packaged: {
				records: details.length,
				originals: originals.length,
				texts: editions.length,
				annotations: annotations.ids.size,
				links: surroundings.links.length,
				names: surroundings.names.length,
				events: surroundings.events.length,
				collections: collections.length,
				custody: custody.length,
			},
			leftOut: {
				'closed-records': closed.length,
				'far-links': surroundings.farLinkCount,
				...(isShare && {
					originals: heldFiles.size,
					'private-notes': annotations.privateCount,
					authors: annotations.authorCount,
					'file-names': details.reduce((sum, { files }) => sum + files.length, 0),
					custody: services.custody.list({ limit: Number.MAX_SAFE_INTEGER }).length,
				}),
			},
			sizeBytes: originals.reduce((sum, original) => sum + original.sizeBytes, 0),
		},
	};
}

function planAnnotations(services: PackagedServices, recordIds: ReadonlySet<string>, isShare: boolean) {
	const all = services.annotations.list({}).filter(({ recordId }) => recordIds.has(recordId));
	const { text } = services.annotationsExport.toText('jsonld', { ids: all.map(({ id }) => id) });
	if (!isShare) return { text, ids: new Set<string>(all.map(({ id }) => id)), privateCount: 0, authorCount: 0 };
	return shareableAnnotations(text, all);
}

/** Each original once, however many records hold it. */
function planOriginals(records: readonly RecordDetail[]): PlannedOriginal[] {
	const paths = new PortablePaths();
	const files = new Map<Sha256, HeldFile>();
	for (const record of records)
		for (const file of record.files) if (!files.has(file.sha256)) files.set(file.sha256, file);
	return [...files.values()].map(({ sha256, fileName, sizeBytes }) => ({
		sha256,
		sizeBytes,
		path: paths.claim('originals', fileName),
	}));
}

function planEditions(records: readonly RecordDetail[]): PlannedEdition[] {
	const paths = new PortablePaths();
	return records.flatMap(({ title, editions }) =>
		editions.map((edition) => ({ edition, path: paths.claim('texts', `${title.replaceAll('/', '_')}.txt`) })),
	);
}

/** What of an archive goes along. */
export interface Packaged {
	recordIds: ReadonlySet<string>;
	annotationIds: ReadonlySet<string>;
	isAll: boolean;
}

/** Names and events that the records are joined to (all of them, when all records go), and the links between what goes. */
export function planSurroundings(
	{ links, names, events }: Pick<PackagedServices, 'links' | 'names' | 'events'>,
	{ recordIds, annotationIds, isAll }: Packaged,
) {
	const allLinks = links.ofTypes(linkTypes);
	const isOwn = ({ kind, id }: LinkEnd) =>
		kind === 'record' ? recordIds.has(id) : kind === 'annotation' && annotationIds.has(id);
	const touched = new Set<string>();
	for (const { from, to } of allLinks) {
		if (isOwn(from)) touched.add(to.id);
		if (isOwn(to)) touched.add(from.id);
	}
	const goingEvents = events.list().filter((event) => isAll || touched.has(event.id));
	const eventIds = new Set<string>(goingEvents.map(({ id }) => id));
	for (const { placeIds, participantIds } of goingEvents)
		for (const id of [...placeIds, ...participantIds]) touched.add(id);
	const goingNames = names.list().filter(({ id }) => isAll || touched.has(id));
	const nameIds = new Set<string>(goingNames.map(({ id }) => id));
	const isGoing = (end: LinkEnd) => isOwn(end) || eventIds.has(end.id) || nameIds.has(end.id);
	const near = allLinks.filter(({ from, to }) => isGoing(from) && isGoing(to));
	const leading = allLinks.filter(({ from, to }) => isOwn(from) || isOwn(to));
	const nearIds = new Set(near.map(({ id }) => id));
	return {
		links: near,
		names: goingNames,
		events: goingEvents.map((event) => ({ ...event, recordIds: event.recordIds.filter((id) => recordIds.has(id)) })),
		farLinkCount: leading.filter(({ id }) => !nearIds.has(id)).length,
	};
}

/** With the collections that they are in, so that the tree stays one. */
export function planCollections(
	{ collections }: Pick<PackagedServices, 'collections'>,
	records: readonly RecordDetail[],
	isAll: boolean,
) {
	const all = collections.list();
	if (isAll) return all;
	const parents = new Map(all.map(({ id, parentId }) => [id, parentId]));
	const going = new Set<CollectionId>();
	for (const { collectionIds } of records)
		for (const own of collectionIds)
			for (let id: CollectionId | null = own; id && !going.has(id); id = parents.get(id) ?? null) going.add(id);
	return all.filter(({ id }) => going.has(id));
}

function tagNamesOf({ tags }: PackagedServices, records: readonly RecordDetail[]): Map<RecordId, string[]> {
	const carried = tags.tagsOf(
		'record',
		records.map(({ id }) => id),
	);
	return new Map(records.map(({ id }) => [id, carried.get(id)?.map(({ name }) => name) ?? []]));
}

/** Oldest first. What is told of things that stay behind is left out of the log, and the chain stays one that can be checked. */
function custodyLines({ custody }: PackagedServices, subjects: ReadonlySet<string>): CustodyLine[] {
	return custody
		.list({ limit: Number.MAX_SAFE_INTEGER })
		.toReversed()
		.map((event) => {
			if (event.subject === '' || subjects.has(event.subject)) return event;
			const { replicaId, sequence, hash } = event;
			return { replicaId, sequence, hash, leftOut: true };
		});
}
