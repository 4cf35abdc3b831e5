import type { Reader } from '#archive/db/connection.ts';
import type { RecordDetail } from '#shared/api/records-api.ts';
import type { Annotation } from '#shared/domain/annotation.ts';
import type { Collection } from '#shared/domain/collection.ts';
import type { CustodyEvent } from '#shared/domain/custody.ts';
import type { DescriptionFields } from '#shared/domain/description.ts';
import type { Edition } from '#shared/domain/edition.ts';
import type { ArchiveEvent } from '#shared/domain/event.ts';
import type { RecordId, Sha256 } from '#shared/domain/ids.ts';
import type { Link } from '#shared/domain/link.ts';
import type { Name } from '#shared/domain/name.ts';
import type { PackageChoice, PackagePreview, PackageProfile } from '#shared/domain/package.ts';
import type { HeldFile } from '#shared/domain/record.ts';
import { PortablePaths } from './bag/portable-paths.ts';
import { closedIdsOf } from './closed-reach.ts';
import type { PackagedServices } from './package-services.ts';
import { planBelongings, planCollections, planRecords, planSurroundings } from './planned-surroundings.ts';
import { openRecords } from './record-choice.ts';
import { isNoteOnGoingText, type Redactions, redactedRecord, redactionsOf } from './redacted-record.ts';
import type { Going } from './rows/going.ts';
import { countGoing } from './rows/packaged-rows.ts';
import { countLog, listPageOriginals } from './rows/rows-repository.ts';
import {
	isPrivate,
	isTitledByFile,
	shareableAnnotation,
	shareableDescription,
	shareableRecord,
	shareInstant,
} from './safe-share.ts';
import { type WithheldName, withheldNames } from './sweep/withheld-names.ts';

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
	/** What archivists say of them, where they do. */
	descriptions: ReadonlyMap<RecordId, DescriptionFields>;
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
	/** By which it is told of every row of the archive whether it goes. */
	going: Going;
	/** Names that must not leave, in any form; looked for in a share only. */
	withheld: WithheldName[];
	/** Titles of chosen records that their access keeps in. */
	closed: string[];
	preview: Omit<PackagePreview, 'redacted'>;
	/** Of the notes that go, the words of those on each record, and their tags. */
	noteWords: ReadonlyMap<RecordId, string[]>;
	/** Of each of these notes. */
	recordOfNote: ReadonlyMap<string, RecordId>;
}

/** An entry of the custody log, or, of one about what is not in the package, only what the chain needs. */
export type CustodyLine = CustodyEvent | (Pick<CustodyEvent, 'replicaId' | 'sequence' | 'hash'> & { leftOut: true });

export interface PlanRequest {
	choice: PackageChoice;
	profile: PackageProfile;
	/** ISO 8601 date by which embargoes are judged. */
	today: string;
	reader: Reader;
}

/** Settles what goes into a package, and counts what does not. Writes nothing; throws not-found for a collection that is none. */
export function planPackage(services: PackagedServices, { choice, profile, today, reader }: PlanRequest): PackagePlan {
	const isShare = profile === 'share';
	const chosen = openRecords(services, choice, today);
	const { open, closed, isAll } = chosen;
	const { records: full, recordIds } = planRecords(services, open);
	const redactions: Redactions = isShare
		? redactionsOf(full, { joined: services.records.joinedAnywhere(), redacted: services.records.redactions() })
		: new Map();
	const details = full.map((record) => redactedRecord(record, redactions));
	const annotations = planAnnotations(services, recordIds, { isShare, redactions });
	const at = shareInstant(today);
	const originals = isShare ? [] : planOriginals(services, details, reader);
	const pathOf = new Map(originals.map(({ sha256, path }) => [sha256, path]));
	const withheld = isShare ? planWithheld(services) : [];
	// What only a private note leads to would tell of it.
	const closedIds = new Set([
		...closedIdsOf(services, closed),
		...annotations.privateIds,
		...annotations.onFullTextIds,
	]);
	const shared = isShare ? { redactions } : {};
	const packaged = { recordIds, annotationIds: annotations.ids, isAll, closedIds, ...shared };
	const surroundings = planSurroundings(services, packaged, withheld);
	const links = isShare ? surroundings.links.map((link) => ({ ...link, createdAt: at })) : surroundings.links;
	const records = isShare ? details.map(shareableRecord) : details;
	const editions = planEditions(records);
	const hasHistory = isAll && !isShare && closed.length === 0;
	const subjects = hasHistory ? null : new Set<string>([...recordIds, ...pathOf.keys()]);
	const custody = isShare ? [] : custodyLines(services, subjects);
	const collections = planCollections(services, chosen);
	const heldFiles = new Set(details.flatMap(({ files }) => files.map(({ sha256 }) => sha256)));
	const going: Going = {
		profile,
		isAll,
		hasClosed: closed.length > 0,
		records: recordIds,
		editions: new Set(editions.map(({ edition }) => edition.id)),
		redactions,
		originals: new Set(pathOf.keys()),
		annotations: annotations.ids,
		links: idsOf(surroundings.links),
		names: idsOf(surroundings.names),
		events: idsOf(surroundings.events),
		collections: idsOf(collections),
		...planBelongings(reader, { ...packaged, isAll: isAll && !isShare }),
		hasGivers: choice.withGivers === true && !isShare,
		hasHistory,
	};
	const givers = countGoing(reader, 'givers', { ...going, profile: 'whole', hasGivers: true });
	const quotes = countGoing(reader, 'quotes', { ...going, profile: 'whole' });
	return {
		profile,
		records,
		descriptions: planDescriptions(services, recordIds, isShare),
		going,
		withheld,
		tagNames: tagNamesOf(services, details),
		pathOf,
		originals,
		editions,
		annotations: services.annotationsExport.toCollection(
			isShare ? annotations.going.map((annotation) => shareableAnnotation(annotation, at)) : annotations.going,
			links,
		),
		...surroundings,
		links,
		collections,
		custody,
		closed: closed.map(({ title }) => title),
		noteWords: wordsOfNotes(annotations.going),
		recordOfNote: new Map(annotations.going.map(({ id, recordId }) => [id, recordId])),
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
				descriptions: countGoing(reader, 'descriptions', going),
				quotes: isShare ? 0 : quotes,
				searches: countGoing(reader, 'saved_searches', going),
				givers: going.hasGivers ? givers : 0,
				custody: custody.length,
				history: going.hasHistory ? countLog(reader) : 0,
			},
			leftOut: {
				'closed-records': closed.length,
				'far-links': surroundings.farLinkCount,
				history: going.hasHistory ? 0 : countLog(reader),
				givers: going.hasGivers ? 0 : givers,
				'withheld-names': surroundings.withheldNameCount,
				...(isShare && {
					originals: heldFiles.size,
					'full-texts': [...redactions.values()].filter((going) => going !== null).length,
					'joined-texts': [...redactions.values()].filter((going) => going === null).length,
					'notes-on-full-texts': annotations.onFullTextIds.length,
					'private-notes': annotations.privateIds.length,
					authors: annotations.going.filter(({ author }) => author !== '').length,
					quotes,
					'file-names': details.reduce((sum, { files }) => sum + files.length, 0),
					custody: services.custody.list({ limit: Number.MAX_SAFE_INTEGER }).length,
				}),
			},
			fileTitles: isShare ? details.filter(isTitledByFile).map(({ title }) => title) : [],
			sizeBytes: originals.reduce((sum, original) => sum + original.sizeBytes, 0),
			withheldNameCount: withheld.length,
		},
	};
}

function planAnnotations(
	{ annotations }: Pick<PackagedServices, 'annotations'>,
	recordIds: ReadonlySet<string>,
	{ isShare, redactions }: { isShare: boolean; redactions: Redactions },
) {
	const all = annotations.list({}).filter(({ recordId }) => recordIds.has(recordId));
	const open = isShare ? all.filter((annotation) => !isPrivate(annotation)) : all;
	const going = open.filter((annotation) => isNoteOnGoingText(redactions, annotation));
	const ids = idsOf(going);
	const openIds = idsOf(open);
	return {
		going,
		ids,
		privateIds: all.flatMap(({ id }) => (openIds.has(id) ? [] : [id])),
		/** Made on words of a text that stays, since its redacted one goes. */
		onFullTextIds: open.flatMap(({ id }) => (ids.has(id) ? [] : [id])),
	};
}

/** Each original once, however many records hold it; those too that a text was read from and no record has any more. */
function planOriginals(
	{ originals }: PackagedServices,
	records: readonly RecordDetail[],
	reader: Reader,
): PlannedOriginal[] {
	const paths = new PortablePaths();
	const files = new Map<Sha256, Pick<HeldFile, 'sha256' | 'fileName' | 'sizeBytes'>>();
	for (const record of records)
		for (const file of record.files) if (!files.has(file.sha256)) files.set(file.sha256, file);
	const editions = records.flatMap((record) => record.editions);
	const pages = listPageOriginals(
		reader,
		editions.map(({ id }) => id),
	);
	for (const sha256 of [...editions.map(({ originalSha256 }) => originalSha256), ...pages]) {
		const original = sha256 && !files.has(sha256) && originals.find(sha256);
		if (original) files.set(sha256, { ...original, fileName: originals.fileNameOf(sha256) ?? sha256 });
	}
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

export function planWithheld({
	descriptions,
	names,
}: Pick<PackagedServices, 'descriptions' | 'names'>): WithheldName[] {
	const written = [...descriptions.all().values()].flatMap((description) => description.withheldNames);
	return withheldNames(written, names.list());
}

function planDescriptions(
	{ descriptions }: PackagedServices,
	recordIds: ReadonlySet<string>,
	isShare: boolean,
): Map<RecordId, DescriptionFields> {
	const going = [...descriptions.all()].filter(([recordId]) => recordIds.has(recordId));
	return new Map(
		going.map(([recordId, description]) => [recordId, isShare ? shareableDescription(description) : description]),
	);
}

function wordsOfNotes(annotations: readonly Annotation[]): Map<RecordId, string[]> {
	const words = new Map<RecordId, string[]>();
	for (const { recordId, body, tags } of annotations)
		words.set(recordId, [...(words.get(recordId) ?? []), body, ...tags]);
	return words;
}

function idsOf(things: readonly { id: string }[]): Set<string> {
	return new Set(things.map(({ id }) => id));
}

function tagNamesOf({ tags }: PackagedServices, records: readonly RecordDetail[]): Map<RecordId, string[]> {
	const carried = tags.tagsOf(
		'record',
		records.map(({ id }) => id),
	);
	return new Map(records.map(({ id }) => [id, carried.get(id)?.map(({ name }) => name) ?? []]));
}

/**
 * Oldest first. What is told of things that stay behind is left out of the log, and the chain stays one that can be checked.
 * @param subjects what goes; null for everything
 */
function custodyLines({ custody }: PackagedServices, subjects: ReadonlySet<string> | null): CustodyLine[] {
	return custody
		.list({ limit: Number.MAX_SAFE_INTEGER })
		.toReversed()
		.map((event) => {
			if (!subjects || event.subject === '' || subjects.has(event.subject)) return event;
			const { replicaId, sequence, hash } = event;
			return { replicaId, sequence, hash, leftOut: true };
		});
}
