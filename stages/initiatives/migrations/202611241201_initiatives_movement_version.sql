-- A movement's name and days can be put right; two windows do not write over each other.
ALTER TABLE movements ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
