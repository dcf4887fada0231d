-- Whoever has a password that somebody else chose has to choose their own before anything else.
ALTER TABLE accounts ADD COLUMN password_is_given BIGINT NOT NULL DEFAULT 0;
