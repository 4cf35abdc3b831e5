-- Words of a passage that look like a date and are none, or none to use: they are not offered again. The id is derived from
-- the passage's lineage, the words and which of the same words they are, so that it holds in the next edition as well.
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
CREATE INDEX rejected_dates_record ON rejected_dates (record_id);
