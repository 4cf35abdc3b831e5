-- Where the words at an end of a link are in an edition that the link was not made on; links says where it was made.
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
CREATE INDEX link_placements_link ON link_placements (link_id, side, edition_id);
CREATE INDEX link_placements_record ON link_placements (record_id, edition_id);
