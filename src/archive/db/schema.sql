-- Generated from the migrations by schema.test.ts; run it with -u after adding one.

CREATE TABLE alignment_pairs (
	id TEXT PRIMARY KEY,
	first_edition_id TEXT NOT NULL REFERENCES editions (id),
	first_ordinal INTEGER,
	second_edition_id TEXT NOT NULL REFERENCES editions (id),
	second_ordinal INTEGER,
	created_at TEXT NOT NULL,
	clock TEXT NOT NULL,
	revision INTEGER NOT NULL,
	deleted_clock TEXT
) STRICT;

CREATE TABLE annotation_origins (
	annotation_id TEXT PRIMARY KEY REFERENCES annotations (id),
	-- The annotation's own address; '' when that says no more than its id.
	via TEXT NOT NULL,
	-- Address of what it was made on.
	source TEXT NOT NULL,
	exact TEXT NOT NULL,
	prefix TEXT NOT NULL,
	suffix TEXT NOT NULL,
	placement TEXT NOT NULL
) STRICT;

CREATE TABLE annotation_regions (
	annotation_id TEXT PRIMARY KEY REFERENCES annotations (id),
	original_sha256 TEXT NOT NULL,
	-- From 1; 1 for an image.
	page INTEGER NOT NULL,
	x INTEGER NOT NULL,
	y INTEGER NOT NULL,
	width INTEGER NOT NULL,
	height INTEGER NOT NULL
) STRICT;

CREATE TABLE annotation_targets (
	annotation_id TEXT PRIMARY KEY REFERENCES annotations (id),
	edition_id TEXT NOT NULL REFERENCES editions (id),
	start_ordinal INTEGER NOT NULL,
	start_offset INTEGER NOT NULL,
	end_ordinal INTEGER NOT NULL,
	end_offset INTEGER NOT NULL,
	exact TEXT NOT NULL,
	prefix TEXT NOT NULL,
	suffix TEXT NOT NULL
) STRICT;

CREATE TABLE annotations (
	id TEXT PRIMARY KEY,
	record_id TEXT NOT NULL REFERENCES records (id),
	purpose TEXT NOT NULL,
	body TEXT NOT NULL,
	is_resolved INTEGER NOT NULL,
	author TEXT NOT NULL,
	reply_to_id TEXT REFERENCES annotations (id),
	created_at TEXT NOT NULL,
	changed_at TEXT NOT NULL,
	clock TEXT NOT NULL,
	revision INTEGER NOT NULL,
	deleted_clock TEXT
) STRICT;

CREATE TABLE archive (
	id TEXT PRIMARY KEY,
	title TEXT NOT NULL,
	created_at TEXT NOT NULL,
	clock TEXT NOT NULL,
	revision INTEGER NOT NULL,
	deleted_clock TEXT
, place_labels TEXT NOT NULL DEFAULT '') STRICT;

CREATE TABLE block_layouts (
	edition_id TEXT NOT NULL,
	ordinal INTEGER NOT NULL,
	page INTEGER NOT NULL,
	words TEXT NOT NULL,
	PRIMARY KEY (edition_id, ordinal),
	FOREIGN KEY (edition_id, ordinal) REFERENCES blocks (edition_id, ordinal),
	FOREIGN KEY (edition_id, page) REFERENCES edition_pages (edition_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE blocks (
	edition_id TEXT NOT NULL REFERENCES editions (id),
	ordinal INTEGER NOT NULL,
	kind TEXT NOT NULL,
	number INTEGER,
	text TEXT NOT NULL,
	level INTEGER,
	language TEXT,
	attributes TEXT,
	lineage_id TEXT NOT NULL,
	PRIMARY KEY (edition_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE changes (
	number INTEGER PRIMARY KEY AUTOINCREMENT,
	step_id TEXT NOT NULL REFERENCES steps (id),
	clock TEXT NOT NULL,
	previous_clock TEXT,
	table_name TEXT NOT NULL,
	row_id TEXT NOT NULL,
	before TEXT,
	after TEXT NOT NULL
) STRICT;

CREATE TABLE collection_members (
	id TEXT PRIMARY KEY,
	collection_id TEXT NOT NULL REFERENCES collections (id),
	record_id TEXT NOT NULL REFERENCES records (id),
	clock TEXT NOT NULL,
	revision INTEGER NOT NULL,
	deleted_clock TEXT
) STRICT;

CREATE TABLE collections (
	id TEXT PRIMARY KEY,
	name TEXT NOT NULL,
	parent_id TEXT REFERENCES collections (id),
	created_at TEXT NOT NULL,
	clock TEXT NOT NULL,
	revision INTEGER NOT NULL,
	deleted_clock TEXT
) STRICT;

CREATE TABLE content_root (
	id INTEGER PRIMARY KEY CHECK (id = 1),
	root TEXT NOT NULL,
	-- JSON array: the last hash of each chain that it covers.
	custody_heads TEXT NOT NULL,
	change_number INTEGER NOT NULL,
	at TEXT NOT NULL
) STRICT;

CREATE TABLE custody_events (
	replica_id TEXT NOT NULL,
	sequence INTEGER NOT NULL,
	at TEXT NOT NULL,
	kind TEXT NOT NULL,
	subject TEXT NOT NULL,
	detail TEXT NOT NULL,
	previous_hash TEXT NOT NULL,
	hash TEXT NOT NULL, agent TEXT NOT NULL DEFAULT '', software TEXT NOT NULL DEFAULT '',
	PRIMARY KEY (replica_id, sequence)
) STRICT, WITHOUT ROWID;

CREATE TABLE described_texts (
	record_id TEXT PRIMARY KEY REFERENCES records (id),
	text_digest TEXT NOT NULL,
	passage_digests TEXT NOT NULL
) STRICT;

CREATE TABLE descriptions (
	id TEXT PRIMARY KEY,
	record_id TEXT NOT NULL REFERENCES records (id),
	reference_code TEXT NOT NULL,
	level TEXT NOT NULL,
	extent TEXT NOT NULL,
	custodial_history TEXT NOT NULL,
	access_conditions TEXT NOT NULL,
	-- EDTF.
	received_on TEXT NOT NULL,
	received_by TEXT NOT NULL,
	sensitivity TEXT NOT NULL,
	-- JSON array of texts.
	withheld_names TEXT NOT NULL,
	clock TEXT NOT NULL,
	revision INTEGER NOT NULL,
	deleted_clock TEXT
) STRICT;

CREATE TABLE edition_pages (
	edition_id TEXT NOT NULL REFERENCES editions (id),
	number INTEGER NOT NULL,
	sha256 TEXT NOT NULL REFERENCES originals (sha256),
	page_in_file INTEGER NOT NULL,
	width_px INTEGER NOT NULL,
	height_px INTEGER NOT NULL,
	PRIMARY KEY (edition_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE editions (
	id TEXT PRIMARY KEY,
	record_id TEXT NOT NULL REFERENCES records (id),
	kind TEXT NOT NULL,
	original_sha256 TEXT REFERENCES originals (sha256),
	maker TEXT NOT NULL,
	maker_version TEXT NOT NULL,
	parameters TEXT NOT NULL,
	language TEXT NOT NULL,
	created_at TEXT NOT NULL,
	clock TEXT NOT NULL,
	passage_count INTEGER NOT NULL,
	word_count INTEGER NOT NULL,
	text_sha256 TEXT NOT NULL,
	is_draft INTEGER NOT NULL,
	base_edition_id TEXT REFERENCES editions (id)
) STRICT;

CREATE TABLE event_names (
	id TEXT PRIMARY KEY,
	event_id TEXT NOT NULL REFERENCES events (id),
	name_id TEXT NOT NULL REFERENCES names (id),
	role TEXT NOT NULL,
	clock TEXT NOT NULL,
	revision INTEGER NOT NULL,
	deleted_clock TEXT
) STRICT;

CREATE TABLE event_relations (
	id TEXT PRIMARY KEY,
	event_id TEXT NOT NULL REFERENCES events (id),
	relation TEXT NOT NULL,
	other_id TEXT NOT NULL REFERENCES events (id),
	words TEXT NOT NULL,
	clock TEXT NOT NULL,
	revision INTEGER NOT NULL,
	deleted_clock TEXT
) STRICT;

CREATE TABLE events (
	id TEXT PRIMARY KEY,
	title TEXT NOT NULL,
	edtf TEXT NOT NULL,
	inferred TEXT NOT NULL,
	duration TEXT NOT NULL,
	description TEXT NOT NULL,
	source TEXT NOT NULL,
	created_at TEXT NOT NULL,
	clock TEXT NOT NULL,
	revision INTEGER NOT NULL,
	deleted_clock TEXT
, kind TEXT NOT NULL DEFAULT '', date_words TEXT NOT NULL DEFAULT '') STRICT;

CREATE TABLE expected_links (
	id TEXT PRIMARY KEY,
	record_id TEXT NOT NULL REFERENCES records (id),
	paragraph INTEGER NOT NULL,
	passage_digest TEXT NOT NULL,
	type TEXT NOT NULL,
	to_kind TEXT NOT NULL,
	to_id TEXT NOT NULL
) STRICT;

CREATE TABLE fixity_checks (
	sha256 TEXT PRIMARY KEY REFERENCES originals (sha256),
	outcome TEXT NOT NULL,
	checked_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE givers (
	id TEXT PRIMARY KEY,
	record_id TEXT NOT NULL REFERENCES records (id),
	name TEXT NOT NULL,
	-- With the name it gives the commitment that the custody log holds.
	salt TEXT NOT NULL,
	clock TEXT NOT NULL,
	revision INTEGER NOT NULL,
	deleted_clock TEXT
) STRICT;

CREATE TABLE home (
	recipient TEXT PRIMARY KEY,
	set_at TEXT NOT NULL
) STRICT;

CREATE TABLE job_items (
	job_id TEXT NOT NULL REFERENCES jobs (id),
	ordinal INTEGER NOT NULL,
	name TEXT NOT NULL,
	outcome TEXT NOT NULL,
	detail TEXT NOT NULL,
	PRIMARY KEY (job_id, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE jobs (
	id TEXT PRIMARY KEY,
	kind TEXT NOT NULL,
	state TEXT NOT NULL,
	request TEXT NOT NULL,
	total INTEGER NOT NULL,
	started_at TEXT NOT NULL,
	ended_at TEXT,
	error TEXT
) STRICT;

CREATE TABLE kept_wordings (
	id TEXT PRIMARY KEY,
	owner_table TEXT NOT NULL,
	owner_id TEXT NOT NULL,
	column_name TEXT NOT NULL,
	wording TEXT NOT NULL,
	author TEXT NOT NULL,
	written_at TEXT NOT NULL,
	clock TEXT NOT NULL,
	revision INTEGER NOT NULL,
	deleted_clock TEXT
) STRICT;

CREATE TABLE known_changes (
	replica_id TEXT NOT NULL,
	clock TEXT NOT NULL,
	known_replica_id TEXT NOT NULL,
	known_clock TEXT NOT NULL,
	PRIMARY KEY (replica_id, clock, known_replica_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE link_placements (
	id TEXT PRIMARY KEY,
	link_id TEXT NOT NULL REFERENCES links (id),
	-- 'from' or 'to': a link may join two passages of one record.
	side TEXT NOT NULL,
	record_id TEXT NOT NULL REFERENCES records (id),
	edition_id TEXT NOT NULL REFERENCES editions (id),
	-- As in placements: 'placed', 'moved', 'needs-review', 'unplaced' or 'left'; no range when it is one of the last two.
	state TEXT NOT NULL,
	start_ordinal INTEGER,
	start_offset INTEGER,
	end_ordinal INTEGER,
	end_offset INTEGER,
	-- How it was found; 'person' where someone said so.
	method TEXT NOT NULL,
	score REAL NOT NULL,
	margin REAL NOT NULL,
	clock TEXT NOT NULL,
	revision INTEGER NOT NULL,
	deleted_clock TEXT
) STRICT;

CREATE TABLE links (
	id TEXT PRIMARY KEY,
	type TEXT NOT NULL,
	from_kind TEXT NOT NULL,
	from_id TEXT NOT NULL,
	from_range TEXT,
	to_kind TEXT NOT NULL,
	to_id TEXT NOT NULL,
	to_range TEXT,
	origin TEXT NOT NULL,
	created_at TEXT NOT NULL,
	clock TEXT NOT NULL,
	revision INTEGER NOT NULL,
	deleted_clock TEXT
) STRICT;

CREATE TABLE media_facts (
	sha256 TEXT PRIMARY KEY REFERENCES originals (sha256),
	container TEXT NOT NULL,
	-- Joined by ' + '; '' where none is named.
	codecs TEXT NOT NULL,
	duration_ms INTEGER,
	sample_rate_hz INTEGER,
	channel_count INTEGER,
	width_px INTEGER,
	height_px INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE mentions (
	id TEXT PRIMARY KEY,
	name_id TEXT NOT NULL REFERENCES names (id),
	record_id TEXT NOT NULL REFERENCES records (id),
	-- Where the passage stood when it was judged.
	edition_id TEXT NOT NULL REFERENCES editions (id),
	ordinal INTEGER NOT NULL,
	-- 'confirmed' or 'rejected'.
	verdict TEXT NOT NULL,
	-- The words that were taken for the name, as they stood.
	words TEXT NOT NULL,
	author TEXT NOT NULL,
	judged_at TEXT NOT NULL,
	clock TEXT NOT NULL,
	revision INTEGER NOT NULL,
	deleted_clock TEXT
) STRICT;

CREATE TABLE merged_rows (
	step_id TEXT NOT NULL REFERENCES merges (step_id),
	table_name TEXT NOT NULL,
	row_id TEXT NOT NULL,
	before TEXT,
	PRIMARY KEY (step_id, table_name, row_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE merges (
	step_id TEXT PRIMARY KEY REFERENCES steps (id),
	clock TEXT NOT NULL,
	first_change INTEGER NOT NULL,
	last_change INTEGER NOT NULL
) STRICT;

CREATE TABLE name_coordinates (
	id TEXT PRIMARY KEY,
	name_id TEXT NOT NULL REFERENCES names (id),
	-- Decimal degrees, WGS 84; north and east are positive.
	latitude REAL NOT NULL,
	longitude REAL NOT NULL,
	-- How far off it may be, in metres (Darwin Core: coordinateUncertaintyInMeters); null where nobody said.
	uncertainty_m REAL,
	source TEXT NOT NULL,
	clock TEXT NOT NULL,
	revision INTEGER NOT NULL,
	deleted_clock TEXT
) STRICT;

CREATE TABLE name_forms (
	id TEXT PRIMARY KEY,
	name_id TEXT NOT NULL REFERENCES names (id),
	ordinal INTEGER NOT NULL,
	text TEXT NOT NULL,
	script TEXT NOT NULL,
	language TEXT NOT NULL,
	kind TEXT NOT NULL,
	source TEXT NOT NULL,
	clock TEXT NOT NULL,
	revision INTEGER NOT NULL,
	deleted_clock TEXT
) STRICT;

CREATE TABLE name_identifiers (
	id TEXT PRIMARY KEY,
	name_id TEXT NOT NULL REFERENCES names (id),
	-- 'viaf', 'wikidata', 'geonames', 'isni' or 'other'.
	scheme TEXT NOT NULL,
	value TEXT NOT NULL,
	clock TEXT NOT NULL,
	revision INTEGER NOT NULL,
	deleted_clock TEXT
) STRICT;

CREATE TABLE names (
	id TEXT PRIMARY KEY,
	kind TEXT NOT NULL,
	description TEXT NOT NULL,
	source TEXT NOT NULL,
	created_at TEXT NOT NULL,
	clock TEXT NOT NULL,
	revision INTEGER NOT NULL,
	deleted_clock TEXT
, merged_into_id TEXT REFERENCES names (id)) STRICT;

CREATE TABLE original_chunks (
	sha256 TEXT NOT NULL,
	ordinal INTEGER NOT NULL,
	bytes BLOB NOT NULL,
	PRIMARY KEY (sha256, ordinal)
) STRICT;

CREATE TABLE originals (
	sha256 TEXT PRIMARY KEY,
	media_type TEXT NOT NULL,
	size_bytes INTEGER NOT NULL,
	chunk_bytes INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE page_layouts (
	edition_id TEXT NOT NULL REFERENCES editions (id),
	-- From 1.
	page INTEGER NOT NULL,
	-- JSON: [ordinal, start, end, x, y, width, height, advance] for each run of text, in the order of the text. Offsets are
	-- UTF-16 code units of the block's text, boxes ten-thousandths of the page's width and height from its upper left corner,
	-- advance quarter turns to the right from left-to-right.
	runs TEXT NOT NULL,
	PRIMARY KEY (edition_id, page)
) STRICT, WITHOUT ROWID;

CREATE TABLE picture_facts (
	sha256 TEXT PRIMARY KEY REFERENCES originals (sha256),
	width_px INTEGER NOT NULL,
	height_px INTEGER NOT NULL,
	page_count INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE placements (
	id TEXT PRIMARY KEY,
	record_id TEXT NOT NULL REFERENCES records (id),
	annotation_id TEXT NOT NULL REFERENCES annotations (id),
	edition_id TEXT NOT NULL REFERENCES editions (id),
	-- 'placed', 'moved', 'needs-review' or 'unplaced'; only then there is no range.
	state TEXT NOT NULL,
	start_ordinal INTEGER,
	start_offset INTEGER,
	end_ordinal INTEGER,
	end_offset INTEGER,
	-- How it was found; 'person' where someone said so.
	method TEXT NOT NULL,
	-- How well quotation and context fit, 0 to 1, and the lead over the next best place, -1 to 1.
	score REAL NOT NULL,
	margin REAL NOT NULL,
	clock TEXT NOT NULL,
	revision INTEGER NOT NULL,
	deleted_clock TEXT
) STRICT;

CREATE TABLE quote_folders (
	id TEXT PRIMARY KEY,
	name TEXT NOT NULL,
	created_at TEXT NOT NULL,
	clock TEXT NOT NULL,
	revision INTEGER NOT NULL,
	deleted_clock TEXT
) STRICT;

CREATE TABLE quotes (
	id TEXT PRIMARY KEY,
	folder_id TEXT NOT NULL,
	position REAL NOT NULL,
	record_id TEXT NOT NULL,
	edition_id TEXT NOT NULL,
	start_ordinal INTEGER NOT NULL,
	start_offset INTEGER NOT NULL,
	end_ordinal INTEGER NOT NULL,
	end_offset INTEGER NOT NULL,
	exact TEXT NOT NULL,
	language TEXT NOT NULL,
	note TEXT NOT NULL,
	author TEXT NOT NULL,
	created_at TEXT NOT NULL,
	clock TEXT NOT NULL,
	revision INTEGER NOT NULL,
	deleted_clock TEXT
) STRICT;

CREATE TABLE record_parts (
	id TEXT PRIMARY KEY,
	record_id TEXT NOT NULL REFERENCES records (id),
	ordinal INTEGER NOT NULL,
	sha256 TEXT NOT NULL REFERENCES originals (sha256),
	file_name TEXT NOT NULL,
	received_at TEXT NOT NULL,
	clock TEXT NOT NULL,
	revision INTEGER NOT NULL,
	deleted_clock TEXT
) STRICT;

CREATE TABLE records (
	id TEXT PRIMARY KEY,
	title TEXT NOT NULL,
	kind TEXT NOT NULL,
	holding TEXT NOT NULL,
	creators TEXT NOT NULL,
	dates TEXT NOT NULL,
	languages TEXT NOT NULL,
	description TEXT NOT NULL,
	rights TEXT NOT NULL,
	source TEXT NOT NULL,
	known_from TEXT NOT NULL,
	access TEXT NOT NULL,
	embargo_until TEXT NOT NULL,
	parent_id TEXT REFERENCES records (id),
	-- The edition that opens by itself and is searched; null while there is no text.
	edition_id TEXT REFERENCES editions (id) DEFERRABLE INITIALLY DEFERRED,
	created_at TEXT NOT NULL,
	clock TEXT NOT NULL,
	revision INTEGER NOT NULL,
	deleted_clock TEXT
, redaction_id TEXT) STRICT;

CREATE TABLE rejected_dates (
	id TEXT PRIMARY KEY,
	record_id TEXT NOT NULL REFERENCES records (id),
	-- Where the passage stood when it was rejected.
	edition_id TEXT NOT NULL REFERENCES editions (id),
	ordinal INTEGER NOT NULL,
	-- As they stood.
	words TEXT NOT NULL,
	-- How many times the same words stand before them in the passage.
	occurrence INTEGER NOT NULL,
	author TEXT NOT NULL,
	rejected_at TEXT NOT NULL,
	clock TEXT NOT NULL,
	revision INTEGER NOT NULL,
	deleted_clock TEXT
) STRICT;

CREATE TABLE rejected_names (
	id TEXT PRIMARY KEY,
	text TEXT NOT NULL,
	author TEXT NOT NULL,
	rejected_at TEXT NOT NULL,
	clock TEXT NOT NULL,
	revision INTEGER NOT NULL,
	deleted_clock TEXT
) STRICT;

CREATE TABLE replicas (
	id TEXT PRIMARY KEY,
	-- Digest of device and file, by which a copy notices that it is one. Says nothing to anyone else.
	fingerprint TEXT NOT NULL,
	created_at TEXT NOT NULL
) STRICT;

CREATE TABLE saved_searches (
	id TEXT PRIMARY KEY,
	name TEXT NOT NULL,
	text TEXT NOT NULL,
	filters TEXT NOT NULL,
	created_at TEXT NOT NULL,
	clock TEXT NOT NULL,
	revision INTEGER NOT NULL,
	deleted_clock TEXT
) STRICT;

CREATE TABLE search_pages (
	segment_id TEXT NOT NULL,
	ordinal INTEGER NOT NULL,
	bytes BLOB NOT NULL,
	sha256 BLOB NOT NULL,
	PRIMARY KEY (segment_id, ordinal)
) STRICT;

CREATE TABLE search_segment_editions (
	edition_id TEXT PRIMARY KEY,
	segment_id TEXT NOT NULL REFERENCES search_segments (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE search_segments (
	id TEXT PRIMARY KEY,
	format INTEGER NOT NULL,
	passage_count INTEGER NOT NULL,
	header TEXT NOT NULL,
	created_at TEXT NOT NULL
) STRICT;

CREATE TABLE steps (
	number INTEGER PRIMARY KEY,
	id TEXT NOT NULL UNIQUE,
	replica_id TEXT NOT NULL REFERENCES replicas (id),
	label TEXT NOT NULL,
	kind TEXT NOT NULL,
	status TEXT NOT NULL,
	at TEXT NOT NULL
, author TEXT NOT NULL DEFAULT '') STRICT;

CREATE TABLE taggings (
	id TEXT PRIMARY KEY,
	tag_id TEXT NOT NULL REFERENCES tags (id),
	owner_kind TEXT NOT NULL,
	owner_id TEXT NOT NULL,
	clock TEXT NOT NULL,
	revision INTEGER NOT NULL,
	deleted_clock TEXT
) STRICT;

CREATE TABLE tags (
	id TEXT PRIMARY KEY,
	name TEXT NOT NULL,
	clock TEXT NOT NULL,
	revision INTEGER NOT NULL,
	deleted_clock TEXT
) STRICT;

CREATE TABLE text_drafts (
	record_id TEXT NOT NULL,
	about TEXT NOT NULL,
	text TEXT NOT NULL,
	language TEXT NOT NULL,
	base_edition_id TEXT,
	saved_at TEXT NOT NULL, translation_id TEXT,
	PRIMARY KEY (record_id, about)
) STRICT;

CREATE TABLE translations (
	id TEXT PRIMARY KEY,
	record_id TEXT NOT NULL REFERENCES records (id),
	-- BCP 47, of the translation.
	language TEXT NOT NULL,
	-- 'asked' for, 'sent' out to a translator, or 'home': nothing is awaited.
	status TEXT NOT NULL,
	-- ISO 8601 UTC; since when it is that.
	status_at TEXT NOT NULL,
	-- The edition that is the record's translation into this language now; NULL before there is one.
	edition_id TEXT,
	clock TEXT NOT NULL,
	revision INTEGER NOT NULL,
	deleted_clock TEXT
) STRICT;

CREATE TABLE wanted_sources (
	id TEXT PRIMARY KEY,
	record_id TEXT NOT NULL REFERENCES records (id),
	-- 'wanted', 'asked', 'refused' or 'obtained'.
	status TEXT NOT NULL,
	-- EDTF; '' while nobody was asked.
	asked_on TEXT NOT NULL,
	note TEXT NOT NULL,
	clock TEXT NOT NULL,
	revision INTEGER NOT NULL,
	deleted_clock TEXT
) STRICT;

CREATE TABLE withdrawals (
	id TEXT PRIMARY KEY,
	record_id TEXT NOT NULL,
	-- JSON array: SHA-256 of the originals that went with it.
	originals TEXT NOT NULL,
	reason TEXT NOT NULL,
	author TEXT NOT NULL,
	withdrawn_at TEXT NOT NULL,
	clock TEXT NOT NULL,
	revision INTEGER NOT NULL,
	deleted_clock TEXT
) STRICT;

CREATE INDEX alignment_pairs_first ON alignment_pairs (first_edition_id);

CREATE INDEX alignment_pairs_second ON alignment_pairs (second_edition_id);

CREATE TRIGGER annotation_origins_unchanged BEFORE UPDATE ON annotation_origins BEGIN
	SELECT RAISE (ABORT, 'where an annotation came from never changes');
END;

CREATE TRIGGER annotation_regions_unchanged BEFORE UPDATE ON annotation_regions BEGIN
	SELECT RAISE (ABORT, 'where an annotation was made never changes');
END;

CREATE INDEX annotation_targets_edition ON annotation_targets (edition_id, start_ordinal, start_offset);

CREATE TRIGGER annotation_targets_unchanged BEFORE UPDATE ON annotation_targets BEGIN SELECT RAISE (ABORT, 'where an annotation was made never changes'); END;

CREATE INDEX annotations_record ON annotations (record_id);

CREATE INDEX annotations_reply ON annotations (reply_to_id);

CREATE TRIGGER block_layouts_unchanged BEFORE UPDATE ON block_layouts BEGIN SELECT RAISE (ABORT, 'where a text was read never changes'); END;

CREATE TRIGGER blocks_unchanged BEFORE UPDATE ON blocks WHEN (SELECT is_draft FROM editions WHERE id = old.edition_id) = 0 BEGIN SELECT RAISE (ABORT, 'a finished edition never changes'); END;

CREATE INDEX changes_clock ON changes (clock);

CREATE INDEX changes_row ON changes (row_id, number);

CREATE INDEX changes_step ON changes (step_id, number);

CREATE INDEX collection_members_collection ON collection_members (collection_id);

CREATE INDEX collection_members_record ON collection_members (record_id);

CREATE INDEX custody_events_at ON custody_events (at, sequence);

CREATE TRIGGER custody_events_kept BEFORE DELETE ON custody_events BEGIN SELECT RAISE (ABORT, 'the custody log is append-only'); END;

CREATE INDEX custody_events_subject ON custody_events (subject);

CREATE TRIGGER custody_events_unchanged BEFORE UPDATE ON custody_events BEGIN SELECT RAISE (ABORT, 'the custody log is append-only'); END;

CREATE INDEX descriptions_record ON descriptions (record_id);

CREATE TRIGGER edition_pages_unchanged BEFORE UPDATE ON edition_pages BEGIN SELECT RAISE (ABORT, 'where a text was read never changes'); END;

CREATE INDEX editions_record ON editions (record_id, clock);

CREATE TRIGGER editions_unchanged BEFORE UPDATE ON editions WHEN old.is_draft = 0 BEGIN SELECT RAISE (ABORT, 'a finished edition never changes'); END;

CREATE INDEX event_names_event ON event_names (event_id);

CREATE INDEX event_relations_event ON event_relations (event_id);

CREATE INDEX expected_links_record ON expected_links (record_id);

CREATE INDEX givers_record ON givers (record_id);

CREATE INDEX kept_wordings_owner ON kept_wordings (owner_id);

CREATE INDEX link_placements_link ON link_placements (link_id, side, edition_id);

CREATE INDEX link_placements_record ON link_placements (record_id, edition_id);

CREATE INDEX links_from ON links (from_id);

CREATE INDEX links_to ON links (to_id);

CREATE INDEX mentions_name ON mentions (name_id);

CREATE INDEX mentions_record ON mentions (record_id);

CREATE INDEX name_coordinates_name ON name_coordinates (name_id);

CREATE INDEX name_forms_name ON name_forms (name_id, ordinal);

CREATE INDEX name_identifiers_name ON name_identifiers (name_id);

CREATE TRIGGER original_chunks_unchanged BEFORE UPDATE ON original_chunks BEGIN SELECT RAISE (ABORT, 'originals never change'); END;

CREATE TRIGGER originals_unchanged BEFORE UPDATE ON originals BEGIN SELECT RAISE (ABORT, 'originals never change'); END;

CREATE TRIGGER page_layouts_unchanged BEFORE UPDATE ON page_layouts BEGIN
	SELECT RAISE (ABORT, 'where a text stands never changes');
END;

CREATE INDEX placements_annotation ON placements (annotation_id, edition_id);

CREATE INDEX quotes_by_folder ON quotes (folder_id, position);

CREATE INDEX record_parts_original ON record_parts (sha256);

CREATE INDEX record_parts_record ON record_parts (record_id, ordinal);

CREATE INDEX records_edition ON records (edition_id);

CREATE INDEX rejected_dates_record ON rejected_dates (record_id);

CREATE INDEX search_segment_editions_segment ON search_segment_editions (segment_id);

CREATE INDEX steps_undone ON steps (replica_id, number) WHERE status = 'undone';

CREATE INDEX taggings_owner ON taggings (owner_id);

CREATE INDEX taggings_tag ON taggings (tag_id);

CREATE INDEX translations_record ON translations (record_id);

CREATE INDEX wanted_sources_record ON wanted_sources (record_id);
