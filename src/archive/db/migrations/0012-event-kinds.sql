-- What sort of event it is, and the words with which its source gives the date; '' where nobody said.
ALTER TABLE events ADD COLUMN kind TEXT NOT NULL DEFAULT '';
ALTER TABLE events ADD COLUMN date_words TEXT NOT NULL DEFAULT '';
