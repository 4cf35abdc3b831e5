import type { StampedTable } from '#archive/db/stamped-tables.ts';

/**
 * What becomes of a table of the archive in a package:
 * - `rows`: a file `data/archive/<table>.jsonl`, one row a line;
 * - `files`: its content lies in the package as files of their own;
 * - `log`: the history, in a package that holds all there is;
 * - `derived`: made anew from what came;
 * - `here`: of this copy and this machine alone, and never carried.
 */
export type TableFate = 'rows' | 'files' | 'log' | 'derived' | 'here';

/** Every table of the schema; a test finds one that is missing. */
export const tableFates = {
	archive: 'rows',
	records: 'rows',
	originals: 'rows',
	picture_facts: 'rows',
	media_facts: 'rows',
	editions: 'rows',
	blocks: 'rows',
	edition_pages: 'rows',
	block_layouts: 'rows',
	page_layouts: 'rows',
	record_parts: 'rows',
	descriptions: 'rows',
	givers: 'rows',
	described_texts: 'rows',
	expected_links: 'rows',
	annotations: 'rows',
	annotation_targets: 'rows',
	annotation_origins: 'rows',
	annotation_regions: 'rows',
	placements: 'rows',
	alignment_pairs: 'rows',
	names: 'rows',
	name_forms: 'rows',
	name_identifiers: 'rows',
	name_coordinates: 'rows',
	mentions: 'rows',
	rejected_names: 'rows',
	rejected_dates: 'rows',
	wanted_sources: 'rows',
	translations: 'rows',
	events: 'rows',
	event_names: 'rows',
	event_relations: 'rows',
	links: 'rows',
	link_placements: 'rows',
	collections: 'rows',
	collection_members: 'rows',
	tags: 'rows',
	taggings: 'rows',
	quote_folders: 'rows',
	quotes: 'rows',
	saved_searches: 'rows',
	kept_wordings: 'rows',
	withdrawals: 'rows',
	/** `data/originals/` */
	original_chunks: 'files',
	/** `data/custody/` */
	custody_events: 'files',
	steps: 'log',
	changes: 'log',
	known_changes: 'log',
	/** Known by the steps that came. */
	replicas: 'derived',
	content_root: 'derived',
	search_segments: 'derived',
	search_segment_editions: 'derived',
	search_pages: 'derived',
	fixity_checks: 'here',
	home: 'here',
	jobs: 'here',
	job_items: 'here',
	merges: 'here',
	merged_rows: 'here',
	text_drafts: 'here',
} as const satisfies Record<StampedTable, TableFate> & Record<string, TableFate>;

export type ArchiveTable = keyof typeof tableFates;
type TablesOf<F extends TableFate> = {
	[T in ArchiveTable]: (typeof tableFates)[T] extends F ? T : never;
}[ArchiveTable];
export type RowTable = TablesOf<'rows'>;
export type LogTable = TablesOf<'log'>;

/** In an order in which what is referred to comes before. */
export const rowTables = tablesOf('rows');
export const logTables = tablesOf('log');

/** Where the rows of a table are, below `data/`. */
export function rowsPath(table: RowTable | LogTable): string {
	return `archive/${table}.jsonl`;
}

function tablesOf<F extends TableFate>(fate: F): readonly TablesOf<F>[] {
	return (Object.keys(tableFates) as ArchiveTable[]).filter(
		(table): table is TablesOf<F> => tableFates[table] === fate,
	);
}
