-- What authors consent to, one thing at a time, with the words that they read; taken back, a consent stays
-- in its row. The author's id is no reference: authors are written anew with every change.
CREATE TABLE author_consents (
    id           TEXT   PRIMARY KEY,
    entry_id     TEXT   NOT NULL REFERENCES entries (id),
    author_id    TEXT   NOT NULL,
    kind         TEXT   NOT NULL CHECK (kind IN ('processing', 'publish_name')),
    words        TEXT   NOT NULL,
    guardian     TEXT   NOT NULL,
    how          TEXT   NOT NULL CHECK (how IN ('link', 'account', 'form')),
    given_at     BIGINT NOT NULL,
    given_by     TEXT   NOT NULL,
    withdrawn_at BIGINT,
    withdrawn_by TEXT,
    CONSTRAINT who_takes_a_consent_back_is_known CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
);
CREATE INDEX author_consents_by_author ON author_consents (author_id, kind);
CREATE INDEX author_consents_by_entry ON author_consents (entry_id);
