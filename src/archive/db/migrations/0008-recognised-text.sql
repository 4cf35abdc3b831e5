-- What a picture is, by its head; can be found again from its bytes.
CREATE TABLE picture_facts (
	sha256 TEXT PRIMARY KEY REFERENCES originals (sha256),
	width_px INTEGER NOT NULL,
	height_px INTEGER NOT NULL,
	page_count INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The pages that an edition was read from, through all its files. Pixels are those of the picture, upright.
CREATE TABLE edition_pages (
	edition_id TEXT NOT NULL REFERENCES editions (id),
	number INTEGER NOT NULL,
	sha256 TEXT NOT NULL REFERENCES originals (sha256),
	page_in_file INTEGER NOT NULL,
	width_px INTEGER NOT NULL,
	height_px INTEGER NOT NULL,
	PRIMARY KEY (edition_id, number)
) STRICT, WITHOUT ROWID;

-- Where the words of a passage stand: JSON, a list of [start, end, confidence 0-100, x, y, width, height]. Offsets are
-- UTF-16 code units of the block's text, the rest fractions of the page from its upper left corner.
CREATE TABLE block_layouts (
	edition_id TEXT NOT NULL,
	ordinal INTEGER NOT NULL,
	page INTEGER NOT NULL,
	words TEXT NOT NULL,
	PRIMARY KEY (edition_id, ordinal),
	FOREIGN KEY (edition_id, ordinal) REFERENCES blocks (edition_id, ordinal),
	FOREIGN KEY (edition_id, page) REFERENCES edition_pages (edition_id, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER edition_pages_unchanged BEFORE UPDATE ON edition_pages BEGIN SELECT RAISE (ABORT, 'where a text was read never changes'); END;
CREATE TRIGGER block_layouts_unchanged BEFORE UPDATE ON block_layouts BEGIN SELECT RAISE (ABORT, 'where a text was read never changes'); END;
