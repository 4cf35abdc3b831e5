-- Searches that a person keeps: the words, and as JSON what narrows, widens and orders them.
CREATE TABLE saved_searches (
	id TEXT PRIMARY KEY,
	name TEXT NOT NULL,
	text TEXT NOT NULL,
	filters TEXT NOT NULL,
	created_at TEXT NOT NULL,
	clock TEXT NOT NULL,
	revision INTEGER NOT NULL,
	deleted_clock TEXT
) STRICT;
