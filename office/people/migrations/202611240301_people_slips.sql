-- The printed way in of somebody without e-mail: a code that opens once. Whoever has a row here came by a slip.
CREATE TABLE sign_in_slips (
    account_id TEXT   PRIMARY KEY REFERENCES accounts (id),
    code_hash  TEXT   NOT NULL UNIQUE,
    made_at    BIGINT NOT NULL,
    made_by    TEXT   NOT NULL REFERENCES accounts (id),
    last_day   TEXT   NOT NULL,
    used_at    BIGINT
);
-- Whoever came by a slip chooses a password without naming one before.
ALTER TABLE sessions ADD COLUMN by_slip BIGINT NOT NULL DEFAULT 0;
