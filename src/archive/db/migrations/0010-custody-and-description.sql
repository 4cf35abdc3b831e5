-- Entries made before have neither: their hash does not cover what they do not say.
ALTER TABLE custody_events ADD COLUMN agent TEXT NOT NULL DEFAULT '';
ALTER TABLE custody_events ADD COLUMN software TEXT NOT NULL DEFAULT '';
CREATE INDEX custody_events_at ON custody_events (at, sequence);

-- An archivist's description of a record, beside its own fields: ISAD(G) terms, and what is known of its receipt.
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
CREATE INDEX descriptions_record ON descriptions (record_id);

-- Who gave a record. In a table of its own, so that whatever is handed on leaves it out whole.
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
CREATE INDEX givers_record ON givers (record_id);

-- One digest over all digests of originals and texts and the head of the custody log, as it was at that change.
CREATE TABLE content_root (
	id INTEGER PRIMARY KEY CHECK (id = 1),
	root TEXT NOT NULL,
	-- JSON array: the last hash of each chain that it covers.
	custody_heads TEXT NOT NULL,
	change_number INTEGER NOT NULL,
	at TEXT NOT NULL
) STRICT;
