-- A corrected Word file that became a draft's new text: kept as it came, with what stood before.
CREATE TABLE document_returns (
    id           TEXT   PRIMARY KEY,
    document_id  TEXT   NOT NULL REFERENCES documents (id),
    version      BIGINT NOT NULL,
    file_hash    TEXT   NOT NULL,
    file_name    TEXT   NOT NULL,
    file_size    BIGINT NOT NULL CONSTRAINT a_returned_file_has_bytes CHECK (file_size > 0),
    body_before  TEXT   NOT NULL,
    annex_before TEXT   NOT NULL,
    at           BIGINT NOT NULL
);
CREATE UNIQUE INDEX a_version_is_corrected_once ON document_returns (document_id, version);
