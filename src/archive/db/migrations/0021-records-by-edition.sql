-- A record names its edition before that is written, so SQLite looks for whom an edition that comes was awaited by: without
-- this in all records, for every file that is added.
CREATE INDEX records_edition ON records (edition_id);
