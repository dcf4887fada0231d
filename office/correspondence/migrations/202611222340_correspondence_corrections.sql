-- A number or day that was typed wrong and put right: what stood before stays readable.
CREATE TABLE document_corrections (
    id            TEXT   PRIMARY KEY,
    document_id   TEXT   NOT NULL REFERENCES documents (id),
    number        BIGINT NOT NULL,
    number_symbol TEXT   NOT NULL,
    number_year   BIGINT NOT NULL,
    day           TEXT   NOT NULL,
    reason        TEXT   NOT NULL CONSTRAINT a_correction_says_why CHECK (reason <> ''),
    at            BIGINT NOT NULL
);
CREATE INDEX document_corrections_by_document ON document_corrections (document_id, at);
