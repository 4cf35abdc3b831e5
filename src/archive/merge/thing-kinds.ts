import type { StampedTable } from '#archive/db/stamped-tables.ts';
import type { MergedKind } from '#shared/domain/merge.ts';
import type { Values } from './row-history.ts';

/** Tables whose rows are things that people know, and the kinds of these. */
export const kindOfTable: Partial<Record<StampedTable, MergedKind>> = {
	records: 'record',
	annotations: 'annotation',
	links: 'link',
	names: 'name',
	events: 'event',
	collections: 'collection',
	quotes: 'quote',
	quote_folders: 'quote-folder',
	saved_searches: 'saved-search',
	archive: 'archive',
};

/** Rows that are part of a thing: of which, by the column that holds its id. */
const owners: Partial<Record<StampedTable, { table: StampedTable; column: string }>> = {
	record_parts: { table: 'records', column: 'record_id' },
	descriptions: { table: 'records', column: 'record_id' },
	givers: { table: 'records', column: 'record_id' },
	placements: { table: 'annotations', column: 'annotation_id' },
	link_placements: { table: 'links', column: 'link_id' },
	name_forms: { table: 'names', column: 'name_id' },
	name_identifiers: { table: 'names', column: 'name_id' },
	name_coordinates: { table: 'names', column: 'name_id' },
	mentions: { table: 'names', column: 'name_id' },
	rejected_dates: { table: 'records', column: 'record_id' },
	wanted_sources: { table: 'records', column: 'record_id' },
	translations: { table: 'records', column: 'record_id' },
	event_names: { table: 'events', column: 'event_id' },
	event_relations: { table: 'events', column: 'event_id' },
	collection_members: { table: 'collections', column: 'collection_id' },
};

export function tableOfKind(kind: unknown): StampedTable | undefined {
	return (Object.keys(kindOfTable) as StampedTable[]).find((table) => kindOfTable[table] === kind);
}

/** The thing that a row is a part of; null for one that is none, and for a tag, which is seen on what carries it. */
export function ownerOf(table: StampedTable, values: Values): { table: StampedTable; id: string } | null {
	if (table === 'taggings') {
		return { table: values.owner_kind === 'record' ? 'records' : 'annotations', id: String(values.owner_id) };
	}
	const owner = owners[table];
	return owner ? { table: owner.table, id: String(values[owner.column]) } : null;
}
