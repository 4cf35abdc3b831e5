-- What was withdrawn for good. By it a copy of the archive that still holds the record does not bring it back, and a file
-- that is added again is known. It holds nothing of what was withdrawn but ids and digests.
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
