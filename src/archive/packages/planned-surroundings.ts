import type { Reader } from '#archive/db/connection.ts';
import type { RecordDetail } from '#shared/api/records-api.ts';
import type { CollectionId } from '#shared/domain/ids.ts';
import { type LinkEnd, linkTypes } from '#shared/domain/link.ts';
import type { PackagedServices } from './package-services.ts';
import type { Going, PlainRow } from './rows/going.ts';
import { listPresent } from './rows/rows-repository.ts';
import { isWithheldName, type WithheldName } from './sweep/withheld-names.ts';

/** The records and notes that go. */
export interface Packaged {
	recordIds: ReadonlySet<string>;
	annotationIds: ReadonlySet<string>;
	isAll: boolean;
}

/** Names and events that the records are joined to (all of them, when all records go), and the links between what goes. */
export function planSurroundings(
	{ links, names, events }: PackagedServices,
	{ recordIds, annotationIds, isAll }: Packaged,
	withheld: readonly WithheldName[],
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
	const wantedNames = names.list().filter(({ id }) => isAll || touched.has(id));
	const goingNames = wantedNames.filter((name) => !isWithheldName(name, withheld));
	const nameIds = new Set<string>(goingNames.map(({ id }) => id));
	const isGoing = (end: LinkEnd) => isOwn(end) || eventIds.has(end.id) || nameIds.has(end.id);
	const near = allLinks.filter(({ from, to }) => isGoing(from) && isGoing(to));
	const leading = allLinks.filter(({ from, to }) => isOwn(from) || isOwn(to));
	const nearIds = new Set(near.map(({ id }) => id));
	return {
		links: near,
		names: goingNames,
		events: goingEvents.map((event) => ({
			...event,
			recordIds: event.recordIds.filter((id) => recordIds.has(id)),
			placeIds: event.placeIds.filter((id) => nameIds.has(id)),
			participantIds: event.participantIds.filter((id) => nameIds.has(id)),
		})),
		withheldNameCount: wantedNames.length - goingNames.length,
		farLinkCount: leading.filter(({ id }) => !nearIds.has(id)).length,
	};
}

/** With the collections that they are in, so that the tree stays one. */
export function planCollections({ collections }: PackagedServices, records: readonly RecordDetail[], isAll: boolean) {
	const all = collections.list();
	if (isAll) return all;
	const parents = new Map(all.map(({ id, parentId }) => [id, parentId]));
	const going = new Set<CollectionId>();
	for (const { collectionIds } of records)
		for (const own of collectionIds)
			for (let id: CollectionId | null = own; id && !going.has(id); id = parents.get(id) ?? null) going.add(id);
	return all.filter(({ id }) => going.has(id));
}

/** Tags and folders of quotations that something has which goes; all of them, when all goes. */
export function planBelongings(
	reader: Reader,
	{ recordIds, annotationIds, isAll }: Packaged,
): Pick<Going, 'tags' | 'quoteFolders'> {
	if (isAll)
		return { tags: rowIds(listPresent(reader, 'tags')), quoteFolders: rowIds(listPresent(reader, 'quote_folders')) };
	const used = (rows: readonly PlainRow[], column: string) => new Set(rows.map((row) => String(row[column])));
	const taggings = listPresent(reader, 'taggings').filter(({ owner_kind: kind, owner_id: id }) =>
		(kind === 'record' ? recordIds : annotationIds).has(String(id)),
	);
	const quotes = listPresent(reader, 'quotes').filter(({ record_id: id }) => recordIds.has(String(id)));
	return { tags: used(taggings, 'tag_id'), quoteFolders: used(quotes, 'folder_id') };
}

function rowIds(rows: readonly PlainRow[]): Set<string> {
	return new Set(rows.map(({ id }) => String(id)));
}
