-- What a person said of two texts side by side: these two passages say the same; or, where an ordinal is null, the other
-- passage has nothing beside it in that text. The alignment itself is reckoned anew each time and stored nowhere. The
-- editions stand in the order of their ids, so that it is one row whichever text was on the left.
CREATE TABLE alignment_pairs (
	id TEXT PRIMARY KEY,
	first_edition_id TEXT NOT NULL REFERENCES editions (id),
	first_ordinal INTEGER,
	second_edition_id TEXT NOT NULL REFERENCES editions (id),
	second_ordinal INTEGER,
	created_at TEXT NOT NULL,
	clock TEXT NOT NULL,
	revision INTEGER NOT NULL,
	deleted_clock TEXT
) STRICT;
CREATE INDEX alignment_pairs_first ON alignment_pairs (first_edition_id);
CREATE INDEX alignment_pairs_second ON alignment_pairs (second_edition_id);
