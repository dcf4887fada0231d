-- The leader gives a draft back and says why; the reason is shown until the draft is put forward or signed.
CREATE TABLE document_givings_back (
    id          TEXT   PRIMARY KEY,
    document_id TEXT   NOT NULL REFERENCES documents (id),
    account_id  TEXT,
    reason      TEXT   NOT NULL CONSTRAINT who_gives_back_says_why CHECK (reason <> ''),
    at          BIGINT NOT NULL,
    answered_at BIGINT
);
CREATE INDEX document_givings_back_open ON document_givings_back (document_id, answered_at);
