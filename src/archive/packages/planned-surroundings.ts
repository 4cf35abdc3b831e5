import type { Reader } from '#archive/db/connection.ts';
import type { RecordDetail } from '#shared/api/records-api.ts';
import type { Annotation } from '#shared/domain/annotation.ts';
import type { Collection } from '#shared/domain/collection.ts';
import type { CollectionId } from '#shared/domain/ids.ts';
import { type Link, type LinkEnd, type LinkType, linkTypes } from '#shared/domain/link.ts';
import type { RecordSummary } from '#shared/domain/record.ts';
import { goesAlong, reachOfClosed } from './closed-reach.ts';
import { namesOnStayingWords } from './names-on-staying-words.ts';
import type { PackagedServices } from './package-services.ts';
import type { ChosenRecords } from './record-choice.ts';
import { isOnGoingText, type Redactions } from './redacted-record.ts';
import type { Going } from './rows/going.ts';
import { listPresent } from './rows/rows-repository.ts';
import { type WithheldName, withheldTest } from './sweep/withheld-names.ts';

/** The records and notes that go, and those that stay though they were chosen. */
export interface Packaged {
	recordIds: ReadonlySet<string>;
	annotationIds: ReadonlySet<string>;
	/** All records were chosen: then all goes along but what only closed ones lead to. */
	isAll: boolean;
	closedIds: ReadonlySet<string>;
	/** Given for a share only. */
	redactions?: Redactions | undefined;
}

/**
 * Names and events that the records are joined to (also those that are joined to none, when all records go), and the links
 * between what goes. No event names what stays behind.
 */
export function planSurroundings(
	services: PackagedServices,
	{ recordIds, annotationIds, isAll, closedIds, redactions }: Packaged,
	withheld: readonly WithheldName[],
) {
	const { editions, links, names, events, mentions } = services;
	const knownLinks = links.ofTypes(linkTypes);
	const isOnText = ({ kind, id, range }: LinkEnd) =>
		kind !== 'record' || !redactions || isOnGoingText(redactions, id, range);
	const allLinks = knownLinks.filter(({ from, to }) => isOnText(from) && isOnText(to));
	const allEvents = events.list();
	const isOwn = ({ kind, id }: LinkEnd) =>
		kind === 'record' ? recordIds.has(id) : kind === 'annotation' && annotationIds.has(id);
	const touched = new Set<string>();
	for (const { from, to } of allLinks) {
		if (isOwn(from)) touched.add(to.id);
		if (isOwn(to)) touched.add(from.id);
	}
	const going = new Set([...recordIds, ...annotationIds, ...touched]);
	const confirmed = mentions.listConfirmed();
	const allNames = names.list();
	// What is joined to words that stay leads to what was blacked out, and so does what it leads to.
	const onStayingWords = [
		...knownLinks.filter((link) => !(isOnText(link.from) && isOnText(link.to))).flatMap(({ from, to }) => [from, to]),
		...(redactions ? namesOnStayingWords(editions, confirmed, allNames, { recordIds, redactions }) : []),
	].flatMap(({ kind, id }) => (kind !== 'record' && !going.has(id) ? [id] : []));
	const closedReach = reachOfClosed(new Set([...closedIds, ...onStayingWords]), going, {
		links: allLinks,
		events: allEvents,
		mentions: confirmed,
	});
	for (const id of onStayingWords) closedReach.add(id);
	const goingEvents = allEvents.filter(({ id }) => goesAlong(id, touched, closedReach, isAll));
	const eventIds = new Set<string>(goingEvents.map(({ id }) => id));
	for (const { placeIds, participantIds } of goingEvents)
		for (const id of [...placeIds, ...participantIds]) touched.add(id);
	const wantedNames = allNames.filter(({ id }) => goesAlong(id, touched, closedReach, isAll));
	const isWithheld = withheldTest(withheld);
	const goingNames = wantedNames.filter((name) => !isWithheld(name));
	const nameIds = new Set<string>(goingNames.map(({ id }) => id));
	const isGoing = (end: LinkEnd) => isOwn(end) || eventIds.has(end.id) || nameIds.has(end.id);
	const near = allLinks.filter(({ from, to }) => isGoing(from) && isGoing(to));
	const leading = knownLinks.filter(({ from, to }) => isOwn(from) || isOwn(to));
	const nearIds = new Set(near.map(({ id }) => id));
	const isSaid = redactions ? attestationTest(near, services.annotations.list({})) : () => true;
	return {
		links: near,
		names: goingNames,
		events: goingEvents.map((event) => ({
			...event,
			recordIds: event.recordIds.filter((id) => recordIds.has(id) && isSaid('attests', event.id, id)),
			disputingRecordIds: event.disputingRecordIds.filter(
				(id) => recordIds.has(id) && isSaid('contradicts', event.id, id),
			),
			placeIds: event.placeIds.filter((id) => nameIds.has(id)),
			participantIds: event.participantIds.filter((id) => nameIds.has(id)),
			sameEventIds: event.sameEventIds.filter((id) => eventIds.has(id)),
			relations: event.relations.filter(({ otherId }) => eventIds.has(otherId)),
		})),
		withheldNameCount: wantedNames.length - goingNames.length,
		farLinkCount: leading.filter(({ id }) => !nearIds.has(id)).length,
	};
}

/**
 * Whether links that go say what a record has to do with an event. Those that stay say it too, where they stand on words
 * that were blacked out or on a private note.
 */
function attestationTest(going: readonly Link[], annotations: readonly Annotation[]) {
	const recordOf = new Map<string, string>(annotations.map(({ id, recordId }) => [id, recordId]));
	const ofRecord = (id: string) => recordOf.get(id) ?? id;
	const said = new Set(
		going.flatMap(({ type, from, to }) =>
			[
				[type, from.id, ofRecord(to.id)],
				[type, to.id, ofRecord(from.id)],
			].map(String),
		),
	);
	return (type: LinkType, eventId: string, recordId: string) => said.has(String([type, eventId, recordId]));
}

/** The records without parents that stay behind. */
export function planRecords(
	{ records }: Pick<PackagedServices, 'records'>,
	open: readonly RecordSummary[],
): { records: RecordDetail[]; recordIds: ReadonlySet<string> } {
	const recordIds = new Set<string>(open.map(({ id }) => id));
	const details = open.map(({ id }) => {
		const detail = records.get({ id });
		const { parentId } = detail;
		return parentId && recordIds.has(parentId) ? detail : { ...detail, parentId: null, joined: null };
	});
	return { records: details, recordIds };
}

/** With the collections that they are in, so that the tree stays one. */
export function planCollections(
	{ collections }: Pick<PackagedServices, 'collections'>,
	{ open, closed, isAll }: ChosenRecords,
): Collection[] {
	const all = collections.list();
	const parents = new Map(all.map(({ id, parentId }) => [id, parentId]));
	const withParents = (ids: readonly CollectionId[]) => {
		const found = new Set<string>();
		for (const own of ids)
			for (let id: CollectionId | null = own; id && !found.has(id); id = parents.get(id) ?? null) found.add(id);
		return found;
	};
	const had = withParents(open.flatMap(({ collectionIds }) => collectionIds));
	const hadByClosed = withParents(closed.flatMap(({ collectionIds }) => collectionIds));
	const isLost = (id: string) => !goesAlong(id, had, hadByClosed, isAll);
	// What lies empty in a collection that stays, stays with it.
	return all.filter(({ id }) => had.has(id) || ![...withParents([id])].some(isLost));
}

/** Tags and folders of quotations that something has which goes; when all goes, those too that nothing has. */
export function planBelongings(
	reader: Reader,
	{ recordIds, annotationIds, isAll, closedIds }: Packaged,
): Pick<Going, 'tags' | 'quoteFolders'> {
	const isOwn = (id: string) => recordIds.has(id) || annotationIds.has(id);
	const of = (table: 'tags' | 'quote_folders', joining: readonly (readonly [owner: string, id: string])[]) => {
		const had = new Set(joining.flatMap(([owner, id]) => (isOwn(owner) ? [id] : [])));
		const hadByClosed = new Set(joining.flatMap(([owner, id]) => (closedIds.has(owner) ? [id] : [])));
		const ids = listPresent(reader, table).map(({ id }) => String(id));
		return new Set(ids.filter((id) => goesAlong(id, had, hadByClosed, isAll)));
	};
	const taggings = listPresent(reader, 'taggings');
	const quotes = listPresent(reader, 'quotes');
	return {
		tags: of(
			'tags',
			taggings.map((row) => [String(row.owner_id), String(row.tag_id)]),
		),
		quoteFolders: of(
			'quote_folders',
			quotes.map((row) => [String(row.record_id), String(row.folder_id)]),
		),
	};
}
