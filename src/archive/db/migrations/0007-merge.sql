-- What a replica had seen of the others when it wrote: from its change with this clock on, it knew theirs up to
-- known_clock. That tells whether of two changes one was made in sight of the other, whatever any wall clock says. Of
-- several rows the last one before a change counts.
CREATE TABLE known_changes (
	replica_id TEXT NOT NULL,
	clock TEXT NOT NULL,
	known_replica_id TEXT NOT NULL,
	known_clock TEXT NOT NULL,
	PRIMARY KEY (replica_id, clock, known_replica_id)
) STRICT, WITHOUT ROWID;

-- Until now nothing was merged, so that whoever wrote had seen all that stood in the file.
INSERT INTO known_changes (replica_id, clock, known_replica_id, known_clock)
WITH written AS (
	SELECT number, clock, substr(clock, 19) AS replica FROM changes WHERE clock >= '000000000001'
),
taking_over AS (
	SELECT number, clock, replica FROM (SELECT *, lag(replica) OVER (ORDER BY number) AS last FROM written)
	WHERE last <> replica
)
SELECT t.replica, t.clock, w.replica, max(w.clock) FROM taking_over t
JOIN written w ON w.number < t.number AND w.replica <> t.replica GROUP BY t.number, w.replica;

CREATE INDEX changes_clock ON changes (clock);
CREATE INDEX annotations_reply ON annotations (reply_to_id);

-- What someone else wrote in the place of a text, without having seen the one that stands there; deleted once a person
-- has settled it. Made by a merge with the clock of that writing, so that two copies make the same row.
CREATE TABLE kept_wordings (
	id TEXT PRIMARY KEY,
	owner_table TEXT NOT NULL,
	owner_id TEXT NOT NULL,
	column_name TEXT NOT NULL,
	wording TEXT NOT NULL,
	author TEXT NOT NULL,
	written_at TEXT NOT NULL,
	clock TEXT NOT NULL,
	revision INTEGER NOT NULL,
	deleted_clock TEXT
) STRICT;
CREATE INDEX kept_wordings_owner ON kept_wordings (owner_id);

-- Merges made in this file, and what undoing one needs: which changes came, and each row as it was before (JSON; null
-- where there was none).
CREATE TABLE merges (
	step_id TEXT PRIMARY KEY REFERENCES steps (id),
	clock TEXT NOT NULL,
	first_change INTEGER NOT NULL,
	last_change INTEGER NOT NULL
) STRICT;
CREATE TABLE merged_rows (
	step_id TEXT NOT NULL REFERENCES merges (step_id),
	table_name TEXT NOT NULL,
	row_id TEXT NOT NULL,
	before TEXT,
	PRIMARY KEY (step_id, table_name, row_id)
) STRICT, WITHOUT ROWID;
