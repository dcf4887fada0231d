-- Forms of reports as they were saved. A version is never changed, because reports stand on it.
CREATE TABLE report_forms (
    code     TEXT   NOT NULL,
    version  BIGINT NOT NULL CHECK (version > 0),
    name     TEXT   NOT NULL,
    body     TEXT   NOT NULL,
    saved_at BIGINT NOT NULL,
    saved_by TEXT   NOT NULL,
    PRIMARY KEY (code, version)
);
-- By which form an edition's units are asked from its next letter on.
CREATE TABLE report_forms_chosen (
    edition_id   TEXT   PRIMARY KEY,
    form_code    TEXT   NOT NULL,
    form_version BIGINT NOT NULL
);
