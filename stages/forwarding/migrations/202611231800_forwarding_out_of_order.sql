-- How many better ones an entry passed over on its way up, and why.
ALTER TABLE promotions ADD COLUMN passed_over BIGINT NOT NULL DEFAULT 0;
ALTER TABLE promotions ADD COLUMN because TEXT
    CONSTRAINT who_passes_others_over_says_why CHECK ((passed_over > 0) = (because IS NOT NULL));
