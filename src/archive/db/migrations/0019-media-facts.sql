-- What a recording is, by its own head; can be found again from its bytes. NULL where the head does not say.
CREATE TABLE media_facts (
	sha256 TEXT PRIMARY KEY REFERENCES originals (sha256),
	container TEXT NOT NULL,
	-- Joined by ' + '; '' where none is named.
	codecs TEXT NOT NULL,
	duration_ms INTEGER,
	sample_rate_hz INTEGER,
	channel_count INTEGER,
	width_px INTEGER,
	height_px INTEGER
) STRICT, WITHOUT ROWID;
