/** Tables whose rows people change, with their own columns; id, clock, revision and deleted_clock come on top. */
export const stampedTables = {
	archive: ['title', 'place_labels', 'created_at'],
	records: [
		'title',
		'kind',
		'holding',
		'creators',
		'dates',
		'languages',
		'description',
		'rights',
		'source',
		'known_from',
		'access',
		'embargo_until',
		'parent_id',
		'edition_id',
		'redaction_id',
		'created_at',
	],
	record_parts: ['record_id', 'ordinal', 'sha256', 'file_name', 'received_at'],
	annotations: ['record_id', 'purpose', 'body', 'is_resolved', 'author', 'reply_to_id', 'created_at', 'changed_at'],
	placements: [
		'record_id',
		'annotation_id',
		'edition_id',
		'state',
		'start_ordinal',
		'start_offset',
		'end_ordinal',
		'end_offset',
		'method',
		'score',
		'margin',
	],
	link_placements: [
		'link_id',
		'side',
		'record_id',
		'edition_id',
		'state',
		'start_ordinal',
		'start_offset',
		'end_ordinal',
		'end_offset',
		'method',
		'score',
		'margin',
	],
	links: ['type', 'from_kind', 'from_id', 'from_range', 'to_kind', 'to_id', 'to_range', 'origin', 'created_at'],
	names: ['kind', 'description', 'source', 'merged_into_id', 'created_at'],
	name_forms: ['name_id', 'ordinal', 'text', 'script', 'language', 'kind', 'source'],
	name_identifiers: ['name_id', 'scheme', 'value'],
	name_coordinates: ['name_id', 'latitude', 'longitude', 'uncertainty_m', 'source'],
	mentions: ['name_id', 'record_id', 'edition_id', 'ordinal', 'verdict', 'words', 'author', 'judged_at'],
	rejected_names: ['text', 'author', 'rejected_at'],
	rejected_dates: ['record_id', 'edition_id', 'ordinal', 'words', 'occurrence', 'author', 'rejected_at'],
	wanted_sources: ['record_id', 'status', 'asked_on', 'note'],
	translations: ['record_id', 'language', 'status', 'status_at', 'edition_id'],
	events: ['title', 'kind', 'edtf', 'date_words', 'inferred', 'duration', 'description', 'source', 'created_at'],
	event_names: ['event_id', 'name_id', 'role'],
	event_relations: ['event_id', 'relation', 'other_id', 'words'],
	collections: ['name', 'parent_id', 'created_at'],
	collection_members: ['collection_id', 'record_id'],
	tags: ['name'],
	taggings: ['tag_id', 'owner_kind', 'owner_id'],
	descriptions: [
		'record_id',
		'reference_code',
		'level',
		'extent',
		'custodial_history',
		'access_conditions',
		'received_on',
		'received_by',
		'sensitivity',
		'withheld_names',
	],
	givers: ['record_id', 'name', 'salt'],
	quote_folders: ['name', 'created_at'],
	quotes: [
		'folder_id',
		'position',
		'record_id',
		'edition_id',
		'start_ordinal',
		'start_offset',
		'end_ordinal',
		'end_offset',
		'exact',
		'language',
		'note',
		'author',
		'created_at',
	],
	saved_searches: ['name', 'text', 'filters', 'created_at'],
	alignment_pairs: ['first_edition_id', 'first_ordinal', 'second_edition_id', 'second_ordinal', 'created_at'],
	kept_wordings: ['owner_table', 'owner_id', 'column_name', 'wording', 'author', 'written_at'],
	withdrawals: ['record_id', 'originals', 'reason', 'author', 'withdrawn_at'],
} as const satisfies Record<string, readonly string[]>;

export type StampedTable = keyof typeof stampedTables;
export type ColumnOf<T extends StampedTable> = (typeof stampedTables)[T][number];
/** Values of a stamped row's own columns, by SQL name. */
export type RowOf<T extends StampedTable> = Record<ColumnOf<T>, string | number | null>;

/** The columns that every stamped row has, as stored. */
export interface Stamp {
	id: string;
	clock: string;
	revision: number;
	deleted_clock: string | null;
}

export function isStampedTable(name: string): name is StampedTable {
	return Object.hasOwn(stampedTables, name);
}
