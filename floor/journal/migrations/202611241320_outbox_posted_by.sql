-- By whose deed a message was posted; none of what a job posted, and of what was posted before this was kept.
ALTER TABLE outbox ADD COLUMN posted_by TEXT;
CREATE INDEX outbox_by_poster ON outbox (posted_by, at, id);
