-- What a person is writing and has not finished: the text of a record (about ''), or the transcript of one of its recordings
-- (about: its SHA-256). It is of this file alone: no clock, never merged, packaged or undone, and gone once it is an edition.
CREATE TABLE text_drafts (
	record_id TEXT NOT NULL,
	about TEXT NOT NULL,
	text TEXT NOT NULL,
	language TEXT NOT NULL,
	base_edition_id TEXT,
	saved_at TEXT NOT NULL,
	PRIMARY KEY (record_id, about)
) STRICT;

-- The text of a record that goes to strangers in the place of all its others; NULL where all go. No foreign key: every
-- edition that comes in would be looked for in it.
ALTER TABLE records ADD COLUMN redaction_id TEXT;
