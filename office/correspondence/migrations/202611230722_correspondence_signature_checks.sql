-- What a check of the signatures in a document's PDF found, and when: of which file, so that an old
-- result never speaks for a new file.
CREATE TABLE document_signature_checks (
    id          TEXT   PRIMARY KEY,
    document_id TEXT   NOT NULL REFERENCES documents (id),
    file_hash   TEXT   NOT NULL,
    outcome     TEXT   NOT NULL
        CONSTRAINT a_check_ends_in_one_of_three_ways CHECK (outcome IN ('checked', 'not_installed', 'unreadable')),
    found       TEXT   NOT NULL,
    at          BIGINT NOT NULL
);
CREATE INDEX document_signature_checks_by_document ON document_signature_checks (document_id, at);
