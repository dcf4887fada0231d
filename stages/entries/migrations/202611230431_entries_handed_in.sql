-- Who handed the entry in for its authors, by the name of that day, and the unit whose contact they were.
ALTER TABLE entries ADD COLUMN handed_in_by TEXT;
ALTER TABLE entries ADD COLUMN handed_in_for TEXT;
