-- Rows that were read and that nobody has looked at yet: forgotten after a day.
CREATE TABLE mailing_imports (
    id      TEXT   PRIMARY KEY,
    list_id TEXT   NOT NULL REFERENCES mailing_lists (id),
    made_by TEXT   NOT NULL REFERENCES accounts (id),
    made_at BIGINT NOT NULL,
    lines   TEXT   NOT NULL
);
