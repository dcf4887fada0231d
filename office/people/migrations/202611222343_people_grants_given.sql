-- The instant at which a grant was given: whoever opens a seal was named before it was set, and on the
-- very day a date does not tell.
ALTER TABLE grants ADD COLUMN given_at BIGINT;
