-- An award decision becomes public by the announcement and by nothing else, and stays so.
ALTER TABLE documents ADD COLUMN awaits_announcement BIGINT NOT NULL DEFAULT 0;
