-- Since when units are put forward by the formula of merit: as long as they are, it stands.
ALTER TABLE editions ADD COLUMN merit_used_at BIGINT;
