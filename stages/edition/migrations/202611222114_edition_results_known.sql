-- When the seal of the last round was opened: from then on prizes and money stand.
ALTER TABLE editions ADD COLUMN results_known_at BIGINT;
