-- The agency looks at every piece of publicity: it confirms it, or returns it with words.
ALTER TABLE publicity_items ADD COLUMN state TEXT NOT NULL DEFAULT 'waiting'
    CONSTRAINT a_piece_waits_or_was_looked_at CHECK (state IN ('waiting', 'confirmed', 'returned'));
ALTER TABLE publicity_items ADD COLUMN checked_at BIGINT
    CONSTRAINT what_was_looked_at_says_when CHECK ((state = 'waiting') = (checked_at IS NULL));
ALTER TABLE publicity_items ADD COLUMN checked_by TEXT
    CONSTRAINT what_was_looked_at_says_by_whom CHECK ((state = 'waiting') = (checked_by IS NULL));
ALTER TABLE publicity_items ADD COLUMN returned_why TEXT
    CONSTRAINT what_was_returned_says_why CHECK ((state = 'returned') = (returned_why IS NOT NULL));
ALTER TABLE publicity_items ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
