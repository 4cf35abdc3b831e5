-- Packed parts of the search index: derived from editions, built anew whenever they are missing or do not match.
-- header is JSON, as src/shared/search/packed/segment.ts describes it. A row here makes its pages valid.
CREATE TABLE search_segments (
	id TEXT PRIMARY KEY,
	format INTEGER NOT NULL,
	passage_count INTEGER NOT NULL,
	header TEXT NOT NULL,
	created_at TEXT NOT NULL
) STRICT;

-- Which editions' passages a segment has: none is in two.
CREATE TABLE search_segment_editions (
	edition_id TEXT PRIMARY KEY,
	segment_id TEXT NOT NULL REFERENCES search_segments (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX search_segment_editions_segment ON search_segment_editions (segment_id);

-- The bytes of a segment in pages of 64 KiB: first what is read when it is opened, from a page of its own on the rest.
CREATE TABLE search_pages (
	segment_id TEXT NOT NULL,
	ordinal INTEGER NOT NULL,
	bytes BLOB NOT NULL,
	sha256 BLOB NOT NULL,
	PRIMARY KEY (segment_id, ordinal)
) STRICT;
