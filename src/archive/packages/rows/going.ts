import type { StampedTable } from '#archive/db/stamped-tables.ts';
import type { PackageProfile } from '#shared/domain/package.ts';
import type { Redactions } from '../redacted-record.ts';
import type { RowTable } from './table-fates.ts';

/** A row by its SQL columns. */
export type PlainRow = Readonly<Record<string, string | number | null>>;

/** Ids of the things that go into a package: by these it is told of every row whether it goes. */
export interface Going {
	profile: PackageProfile;
	/** All records were chosen, and with them what belongs to no record. */
	isAll: boolean;
	/** Some of them stay all the same, and with them words that may be theirs. */
	hasClosed: boolean;
	records: ReadonlySet<string>;
	editions: ReadonlySet<string>;
	redactions: Redactions;
	/** SHA-256 of the originals. */
	originals: ReadonlySet<string>;
	annotations: ReadonlySet<string>;
	links: ReadonlySet<string>;
	names: ReadonlySet<string>;
	events: ReadonlySet<string>;
	collections: ReadonlySet<string>;
	tags: ReadonlySet<string>;
	quoteFolders: ReadonlySet<string>;
	/** Sealed names, which leave when they are asked for only. */
	hasGivers: boolean;
	/** Whether wordings that are kept beside others go: where one is settled can be known with the history only. */
	hasHistory: boolean;
}

type Rule = (row: PlainRow, going: Going) => boolean;

const has = (ids: ReadonlySet<string>, id: PlainRow[string] | undefined) => typeof id === 'string' && ids.has(id);
const of =
	(column: string, ids: (going: Going) => ReadonlySet<string>): Rule =>
	(row, going) =>
		has(ids(going), row[column]);
const all =
	(...rules: readonly Rule[]): Rule =>
	(row, going) =>
		rules.every((rule) => rule(row, going));
/** Says who had it, where and when, or is somebody's own work: not for strangers. */
const notShared: Rule = (_, { profile }) => profile !== 'share';

const records = of('record_id', (going) => going.records);
const editions = of('edition_id', (going) => going.editions);
const annotations = of('annotation_id', (going) => going.annotations);
const originals = of('sha256', (going) => going.originals);

/** Of a row that is no tombstone. What it cannot be without must go too. */
const rules: Readonly<Record<RowTable, Rule>> = {
	archive: () => true,
	records: of('id', (going) => going.records),
	originals,
	picture_facts: originals,
	media_facts: originals,
	editions: of('id', (going) => going.editions),
	blocks: editions,
	edition_pages: all(editions, originals),
	block_layouts: all(editions, notShared),
	page_layouts: all(editions, notShared),
	record_parts: all(records, originals),
	descriptions: records,
	givers: all(records, (_, going) => going.hasGivers, notShared),
	described_texts: all(records, notShared),
	expected_links: all(records, notShared),
	annotations: of('id', (going) => going.annotations),
	annotation_targets: all(annotations, editions),
	annotation_origins: all(annotations, notShared),
	annotation_regions: all(annotations, notShared),
	placements: all(annotations, editions, records),
	alignment_pairs: all(
		of('first_edition_id', (going) => going.editions),
		of('second_edition_id', (going) => going.editions),
		notShared,
	),
	names: of('id', (going) => going.names),
	name_forms: of('name_id', (going) => going.names),
	name_identifiers: of('name_id', (going) => going.names),
	name_coordinates: of('name_id', (going) => going.names),
	mentions: all(
		of('name_id', (going) => going.names),
		records,
		editions,
		notShared,
	),
	rejected_names: all((_, going) => going.isAll && !going.hasClosed, notShared),
	rejected_dates: all(records, editions, notShared),
	wanted_sources: all(records, notShared),
	// What is asked for or out with a translator is nobody else's business; which text is the translation is.
	translations: all(records, (row, going) =>
		row.edition_id === null ? going.profile !== 'share' : has(going.editions, row.edition_id),
	),
	events: of('id', (going) => going.events),
	event_names: all(
		of('event_id', (going) => going.events),
		of('name_id', (going) => going.names),
	),
	event_relations: all(
		of('event_id', (going) => going.events),
		of('other_id', (going) => going.events),
	),
	links: of('id', (going) => going.links),
	link_placements: all(
		of('link_id', (going) => going.links),
		editions,
		records,
	),
	collections: of('id', (going) => going.collections),
	collection_members: all(
		of('collection_id', (going) => going.collections),
		records,
	),
	tags: of('id', (going) => going.tags),
	taggings: all(
		of('tag_id', (going) => going.tags),
		(row, going) => has(row.owner_kind === 'record' ? going.records : going.annotations, row.owner_id),
	),
	quote_folders: all(
		of('id', (going) => going.quoteFolders),
		notShared,
	),
	quotes: all(
		records,
		of('folder_id', (going) => going.quoteFolders),
		notShared,
	),
	saved_searches: all((_, going) => going.isAll, notShared),
	kept_wordings: (row, going) => going.hasHistory && isOwnerGoing(row, going),
	withdrawals: all((_, going) => going.isAll, notShared),
};

/** Whether a row goes. */
export function goes(table: RowTable, row: PlainRow, going: Going): boolean {
	return rules[table](row, going);
}

/** Whether the thing goes that a kept wording is of, where that is told by an id; a part goes with its whole. */
function isOwnerGoing({ owner_table: table, owner_id: id }: PlainRow, going: Going): boolean {
	const things: Partial<Record<StampedTable, ReadonlySet<string>>> = {
		records: going.records,
		annotations: going.annotations,
		names: going.names,
		events: going.events,
		collections: going.collections,
	};
	const owners = things[table as StampedTable];
	return owners ? has(owners, id) : true;
}
