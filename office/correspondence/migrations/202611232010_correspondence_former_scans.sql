-- A scan that was replaced before the document went on: what was there stays, with why it went.
CREATE TABLE document_former_scans (
    id          TEXT   PRIMARY KEY,
    document_id TEXT   NOT NULL REFERENCES documents (id),
    file_hash   TEXT   NOT NULL,
    file_name   TEXT   NOT NULL,
    file_type   TEXT   NOT NULL,
    file_size   BIGINT NOT NULL,
    reason      TEXT   NOT NULL CONSTRAINT whoever_replaces_a_scan_says_why CHECK (reason <> ''),
    at          BIGINT NOT NULL
);
CREATE INDEX document_former_scans_by_document ON document_former_scans (document_id, at);
