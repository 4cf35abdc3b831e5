-- Where a place lies, as somebody states it. Sources that differ are rows of their own: none stands above the others. The
-- id is derived from the name and the point, so that the same statement is one row in every copy of an archive.
CREATE TABLE name_coordinates (
	id TEXT PRIMARY KEY,
	name_id TEXT NOT NULL REFERENCES names (id),
	-- Decimal degrees, WGS 84; north and east are positive.
	latitude REAL NOT NULL,
	longitude REAL NOT NULL,
	-- How far off it may be, in metres (Darwin Core: coordinateUncertaintyInMeters); null where nobody said.
	uncertainty_m REAL,
	source TEXT NOT NULL,
	clock TEXT NOT NULL,
	revision INTEGER NOT NULL,
	deleted_clock TEXT
) STRICT;
CREATE INDEX name_coordinates_name ON name_coordinates (name_id);

-- Which forms of a name label its place on the map: '' those of the language of the interface, 'all' every one, else the
-- main form of this language (BCP 47).
ALTER TABLE archive ADD COLUMN place_labels TEXT NOT NULL DEFAULT '';
