-- What there is of a record in another language, and what is to come: one row a record and language, its id made of both, so
-- that two copies of an archive that ask for the same are one after a merge.
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
CREATE INDEX translations_record ON translations (record_id);

-- The translation that a draft of one goes on from; NULL where it is the first, and for other drafts.
ALTER TABLE text_drafts ADD COLUMN translation_id TEXT;
