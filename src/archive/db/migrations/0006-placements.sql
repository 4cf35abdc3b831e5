-- Where the words of an annotation are in an edition that it was not made on; annotation_targets says where it was made.
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
CREATE INDEX placements_annotation ON placements (annotation_id, edition_id);
