-- A later document replaces or withdraws an earlier one. Nothing is deleted; a link that was made
-- by mistake is lifted, with its reason.
CREATE TABLE document_endings (
    id          TEXT   PRIMARY KEY,
    document_id TEXT   NOT NULL REFERENCES documents (id),
    by_id       TEXT   NOT NULL REFERENCES documents (id),
    ending      TEXT   NOT NULL CONSTRAINT a_document_is_replaced_or_withdrawn
                CHECK (ending IN ('replaced', 'withdrawn')),
    day         TEXT   NOT NULL,
    reason      TEXT   NOT NULL CONSTRAINT an_ending_says_why CHECK (reason <> ''),
    at          BIGINT NOT NULL,
    lifted_at   BIGINT,
    lifted_why  TEXT   NOT NULL DEFAULT '',
    CONSTRAINT nothing_ends_itself CHECK (document_id <> by_id),
    CONSTRAINT what_is_lifted_says_why CHECK ((lifted_at IS NULL) = (lifted_why = ''))
);
CREATE UNIQUE INDEX a_document_ends_once ON document_endings (document_id) WHERE lifted_at IS NULL;
CREATE INDEX document_endings_by_document ON document_endings (document_id, lifted_at);
CREATE INDEX document_endings_by_later ON document_endings (by_id);
