import type { Reader } from '#archive/db/connection.ts';
import type { StampedTable } from '#archive/db/stamped-tables.ts';

/** Rows that would have nothing to be about without some records: ids by table, the records themselves among them. */
export type BelongingRows = ReadonlyMap<StampedTable | 'editions', ReadonlySet<string>>;

interface Belonging {
	table: StampedTable | 'editions';
	column: string;
	of: readonly (StampedTable | 'editions')[];
}

/** In an order in which what something belongs to comes before. */
const belongings: readonly Belonging[] = [
	{ table: 'editions', column: 'record_id', of: ['records'] },
	{ table: 'record_parts', column: 'record_id', of: ['records'] },
	{ table: 'annotations', column: 'record_id', of: ['records'] },
	{ table: 'annotations', column: 'reply_to_id', of: ['annotations'] },
	{ table: 'links', column: 'from_id', of: ['records', 'annotations'] },
	{ table: 'links', column: 'to_id', of: ['records', 'annotations'] },
	{ table: 'placements', column: 'record_id', of: ['records'] },
	{ table: 'placements', column: 'annotation_id', of: ['annotations'] },
	{ table: 'link_placements', column: 'record_id', of: ['records'] },
	{ table: 'link_placements', column: 'link_id', of: ['links'] },
	{ table: 'mentions', column: 'record_id', of: ['records'] },
	{ table: 'rejected_dates', column: 'record_id', of: ['records'] },
	{ table: 'wanted_sources', column: 'record_id', of: ['records'] },
	{ table: 'translations', column: 'record_id', of: ['records'] },
	{ table: 'descriptions', column: 'record_id', of: ['records'] },
	{ table: 'givers', column: 'record_id', of: ['records'] },
	{ table: 'quotes', column: 'record_id', of: ['records'] },
	{ table: 'collection_members', column: 'record_id', of: ['records'] },
	{ table: 'taggings', column: 'owner_id', of: ['records', 'annotations'] },
	{ table: 'alignment_pairs', column: 'first_edition_id', of: ['editions'] },
	{ table: 'alignment_pairs', column: 'second_edition_id', of: ['editions'] },
];

/**
 * Finds all that belongs to these records, tombstones included, in this archive or in another one, which may be of an
 * earlier version and lack tables.
 */
export function findBelonging(
	reader: Reader,
	recordIds: Iterable<string>,
	hasTable: (table: string) => boolean = () => true,
): BelongingRows {
	const found = new Map<StampedTable | 'editions', Set<string>>([['records', new Set(recordIds)]]);
	const add = (table: Belonging['table'], ids: Iterable<string>) =>
		found.set(table, new Set([...(found.get(table) ?? []), ...ids]));
	for (const { table, column, of } of belongings) {
		if (!hasTable(table)) continue;
		const owners = of.flatMap((owner) => [...(found.get(owner) ?? [])]);
		add(table, listIds(reader, table, column, owners));
	}
	if (hasTable('kept_wordings')) {
		const owners = [...found.values()].flatMap((ids) => [...ids]);
		add('kept_wordings', listIds(reader, 'kept_wordings', 'owner_id', owners));
	}
	return found;
}

/** Table and column are of our own schema. */
function listIds(reader: Reader, table: string, column: string, owners: readonly string[]): string[] {
	return reader
		.all<{ id: string }>(
			`SELECT id FROM ${table} WHERE ${column} IN (SELECT value FROM json_each(?))`,
			JSON.stringify(owners),
		)
		.map(({ id }) => id);
}

/** Whether a row is among them, whatever its table: ids are unlike across tables. */
export function hasRow(rows: BelongingRows, id: string): boolean {
	return [...rows.values()].some((ids) => ids.has(id));
}
