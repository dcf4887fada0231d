-- The authors' signed authorisations to submit for them; the latest counts, the one that was submitted on is marked.
CREATE TABLE entry_authorisations (
    id          TEXT   PRIMARY KEY,
    entry_id    TEXT   NOT NULL REFERENCES entries (id),
    signed_by   TEXT   NOT NULL,
    signed_on   TEXT   NOT NULL,
    until_day   TEXT,
    scan        TEXT   NOT NULL,
    recorded_by TEXT   NOT NULL REFERENCES accounts (id),
    recorded_at BIGINT NOT NULL,
    used_at     BIGINT
);
CREATE INDEX entry_authorisations_by_entry ON entry_authorisations (entry_id, recorded_at);
