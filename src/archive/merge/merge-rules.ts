import { byPerson } from '#archive/annotations/found-place.ts';
import type { StampedTable } from '#archive/db/stamped-tables.ts';

/**
 * Columns that hold what a person worded. Where two wrote in one of these without having seen each other, the later
 * writing stands and the other is kept beside it until someone settles it. Any other column: the last writer's.
 */
export const wordingColumns: Partial<Record<StampedTable, readonly string[]>> = {
	archive: ['title'],
	records: ['title', 'description', 'creators', 'dates', 'languages', 'rights', 'source', 'known_from'],
	annotations: ['body'],
	names: ['description', 'source'],
	name_forms: ['source'],
	name_coordinates: ['source'],
	events: ['title', 'edtf', 'description', 'source'],
	event_relations: ['words'],
	collections: ['name'],
	saved_searches: ['name'],
	wanted_sources: ['note'],
	quote_folders: ['name'],
	quotes: ['note'],
	descriptions: [
		'reference_code',
		'extent',
		'custodial_history',
		'access_conditions',
		'received_on',
		'received_by',
		'sensitivity',
		'withheld_names',
	],
};

/** Where the words of something were found, how, and how surely. */
const place = ['state', 'start_ordinal', 'start_offset', 'end_ordinal', 'end_offset', 'method', 'score', 'margin'];

/** Columns that say one thing together: they are taken from one writer, never mixed. */
export const columnGroups: Partial<Record<StampedTable, readonly (readonly string[])[]>> = {
	placements: [place],
	link_placements: [place],
	records: [['holding', 'edition_id']],
	mentions: [['edition_id', 'ordinal', 'verdict', 'words', 'author', 'judged_at']],
	rejected_dates: [['edition_id', 'ordinal', 'words', 'occurrence', 'author', 'rejected_at']],
	saved_searches: [['text', 'filters']],
	translations: [['status', 'status_at']],
};

/** Rows of which a column tells by which method they were found: what a person said goes before what was found since. */
export const sayingMethods: Partial<Record<StampedTable, string>> = { placements: byPerson, link_placements: byPerson };

/** Written in passing when a row is deleted: no reason to bring it back. */
export const passingColumns: Partial<Record<StampedTable, readonly string[]>> = { names: ['merged_into_id'] };

/** A part that someone added keeps alive the whole that another deleted without having seen it. */
export interface Belonging {
	part: StampedTable;
	column: string;
	whole: StampedTable;
}

export const belongings: readonly Belonging[] = [
	{ part: 'annotations', column: 'record_id', whole: 'records' },
	{ part: 'descriptions', column: 'record_id', whole: 'records' },
	{ part: 'annotations', column: 'reply_to_id', whole: 'annotations' },
	{ part: 'quotes', column: 'folder_id', whole: 'quote_folders' },
	{ part: 'name_forms', column: 'name_id', whole: 'names' },
	{ part: 'name_identifiers', column: 'name_id', whole: 'names' },
	{ part: 'name_coordinates', column: 'name_id', whole: 'names' },
	{ part: 'wanted_sources', column: 'record_id', whole: 'records' },
	{ part: 'translations', column: 'record_id', whole: 'records' },
	{ part: 'event_names', column: 'event_id', whole: 'events' },
	{ part: 'collection_members', column: 'collection_id', whole: 'collections' },
	{ part: 'collections', column: 'parent_id', whole: 'collections' },
];
