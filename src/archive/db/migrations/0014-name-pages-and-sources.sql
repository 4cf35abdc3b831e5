-- What the authority files of libraries and others know a name by: text alone, never an address that is opened.
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
CREATE INDEX name_identifiers_name ON name_identifiers (name_id);

-- What a person said of a passage in which the search finds a form of a name. The id is derived from the name and the
-- passage's lineage, so that the same passage in a later edition is the same mention.
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
CREATE INDEX mentions_name ON mentions (name_id);
CREATE INDEX mentions_record ON mentions (record_id);

-- Words that look like a name and are none: they are not suggested again. The id is derived from the folded words.
CREATE TABLE rejected_names (
	id TEXT PRIMARY KEY,
	text TEXT NOT NULL,
	author TEXT NOT NULL,
	rejected_at TEXT NOT NULL,
	clock TEXT NOT NULL,
	revision INTEGER NOT NULL,
	deleted_clock TEXT
) STRICT;

-- How far the search for a source is that is cited and not held; a described record without a row is wanted.
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
CREATE INDEX wanted_sources_record ON wanted_sources (record_id);
