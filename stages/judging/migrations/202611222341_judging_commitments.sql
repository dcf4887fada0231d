-- What a locked sheet's hash in the journal was salted with: a mark has so few values that a bare
-- hash would tell it.
ALTER TABLE score_sheets ADD COLUMN salt TEXT;
