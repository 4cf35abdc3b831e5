-- For whom work that is done away from home is sealed: home's public key (age, https://age-encryption.org/v1). It is of
-- this file and of copies of the file. Subtle: it has no clock, and no merge or package carries it, so that nobody who once
-- held a copy can make their own key home's.
CREATE TABLE home (
	recipient TEXT PRIMARY KEY,
	set_at TEXT NOT NULL
) STRICT;
