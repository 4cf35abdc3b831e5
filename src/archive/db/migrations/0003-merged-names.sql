-- A name that was merged leaves a tombstone which says where its forms, links and parts in events went.
ALTER TABLE names ADD COLUMN merged_into_id TEXT REFERENCES names (id);
