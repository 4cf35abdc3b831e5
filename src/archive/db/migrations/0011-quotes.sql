-- Quotations that a person gathers, in order, in folders. The words are kept as they were quoted: an export compares them
-- with their edition, and says so where they are no longer there.
CREATE TABLE quote_folders (
	id TEXT PRIMARY KEY,
	name TEXT NOT NULL,
	created_at TEXT NOT NULL,
	clock TEXT NOT NULL,
	revision INTEGER NOT NULL,
	deleted_clock TEXT
) STRICT;

-- `position` orders a folder; a quotation that moves gets a number between its neighbours, so that only its row changes.
-- No foreign keys: a quotation outlives the removal of what it was taken from.
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
CREATE INDEX quotes_by_folder ON quotes (folder_id, position);
