-- What an annotation that came in a file says of itself and of where it was made. The words stand here only while they
-- have no place in an edition; those that have one stand in annotation_targets. Written once.
CREATE TABLE annotation_origins (
	annotation_id TEXT PRIMARY KEY REFERENCES annotations (id),
	-- The annotation's own address; '' when that says no more than its id.
	via TEXT NOT NULL,
	-- Address of what it was made on.
	source TEXT NOT NULL,
	exact TEXT NOT NULL,
	prefix TEXT NOT NULL,
	suffix TEXT NOT NULL,
	placement TEXT NOT NULL
) STRICT;

CREATE TRIGGER annotation_origins_unchanged BEFORE UPDATE ON annotation_origins BEGIN
	SELECT RAISE (ABORT, 'where an annotation came from never changes');
END;

-- The name that the person who made the step goes by on the device it was made on.
ALTER TABLE steps ADD COLUMN author TEXT NOT NULL DEFAULT '';
