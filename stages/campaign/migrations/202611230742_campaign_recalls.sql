-- A letter that was sent and is asked of nobody any longer, with the one that stands in its place.
CREATE TABLE letter_recalls (
    document_id TEXT   PRIMARY KEY,
    at          BIGINT NOT NULL,
    recalled_by TEXT   NOT NULL,
    reason      TEXT   NOT NULL,
    replaced_by TEXT,
    CONSTRAINT no_letter_replaces_itself CHECK (replaced_by <> document_id)
);
