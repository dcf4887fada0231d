CREATE TABLE documents (
    id           TEXT   PRIMARY KEY,
    edition_id   TEXT   NOT NULL,
    kind         TEXT   NOT NULL,
    parent_body  TEXT   NOT NULL,
    issuer       TEXT   NOT NULL,
    issuer_key   TEXT   NOT NULL,
    place        TEXT   NOT NULL,
    symbol       TEXT   NOT NULL,
    subject      TEXT   NOT NULL,
    body         TEXT   NOT NULL,
    addressees   TEXT   NOT NULL,
    recipients   TEXT   NOT NULL,
    capacity     TEXT   NOT NULL,
    in_place_of  TEXT   NOT NULL,
    position     TEXT   NOT NULL,
    signer       TEXT,
    annex_title  TEXT   NOT NULL,
    annex        TEXT   NOT NULL,
    origin       TEXT   NOT NULL CHECK (origin IN ('drafted', 'received')),
    state        TEXT   NOT NULL CHECK (state IN ('draft', 'signed')),
    number       BIGINT,
    number_symbol TEXT,
    number_year  BIGINT,
    number_key   TEXT,
    day          TEXT,
    public       BIGINT NOT NULL,
    file_hash    TEXT,
    file_name    TEXT,
    file_type    TEXT,
    file_size    BIGINT,
    folded       TEXT   NOT NULL,
    created_at   BIGINT NOT NULL,
    version      BIGINT NOT NULL,
    CONSTRAINT a_signed_document_bears_number_and_day CHECK (
        (state = 'signed') = (number IS NOT NULL)
        AND (number IS NULL) = (day IS NULL)
        AND (number IS NULL) = (number_symbol IS NULL)
        AND (number IS NULL) = (number_year IS NULL)
        AND (number IS NULL) = (number_key IS NULL)
    ),
    CONSTRAINT what_was_received_is_signed CHECK (origin = 'drafted' OR state = 'signed'),
    CONSTRAINT a_drafted_document_names_its_signer CHECK (origin = 'received' OR signer IS NOT NULL),
    CONSTRAINT a_file_is_named_and_typed CHECK (
        (file_hash IS NULL) = (file_name IS NULL)
        AND (file_hash IS NULL) = (file_type IS NULL)
        AND (file_hash IS NULL) = (file_size IS NULL)
    )
);
CREATE UNIQUE INDEX an_issuer_gives_a_number_once ON documents (issuer_key, number_key);
CREATE INDEX documents_by_edition ON documents (edition_id, state, day);
CREATE TABLE document_bases (
    document_id TEXT   NOT NULL REFERENCES documents (id),
    basis_id    TEXT   NOT NULL REFERENCES documents (id),
    place       BIGINT NOT NULL,
    PRIMARY KEY (document_id, basis_id),
    CONSTRAINT nothing_rests_on_itself CHECK (document_id <> basis_id)
);
CREATE INDEX document_bases_by_basis ON document_bases (basis_id);
