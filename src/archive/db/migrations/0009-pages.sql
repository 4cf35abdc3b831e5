-- Where the text of an edition stands on a page of its original. Written with the edition, never changed.
CREATE TABLE page_layouts (
	edition_id TEXT NOT NULL REFERENCES editions (id),
	-- From 1.
	page INTEGER NOT NULL,
	-- JSON: [ordinal, start, end, x, y, width, height, advance] for each run of text, in the order of the text. Offsets are
	-- UTF-16 code units of the block's text, boxes ten-thousandths of the page's width and height from its upper left corner,
	-- advance quarter turns to the right from left-to-right.
	runs TEXT NOT NULL,
	PRIMARY KEY (edition_id, page)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER page_layouts_unchanged BEFORE UPDATE ON page_layouts BEGIN
	SELECT RAISE (ABORT, 'where a text stands never changes');
END;

-- The rectangle on a page of an original that an annotation was made on, in ten-thousandths of the page's width and height.
-- Such an annotation has no row in annotation_targets.
CREATE TABLE annotation_regions (
	annotation_id TEXT PRIMARY KEY REFERENCES annotations (id),
	original_sha256 TEXT NOT NULL,
	-- From 1; 1 for an image.
	page INTEGER NOT NULL,
	x INTEGER NOT NULL,
	y INTEGER NOT NULL,
	width INTEGER NOT NULL,
	height INTEGER NOT NULL
) STRICT;

CREATE TRIGGER annotation_regions_unchanged BEFORE UPDATE ON annotation_regions BEGIN
	SELECT RAISE (ABORT, 'where an annotation was made never changes');
END;
