-- When the leader decided the prizes: no entry is taken back after that.
ALTER TABLE editions ADD COLUMN prizes_decided_at BIGINT;
