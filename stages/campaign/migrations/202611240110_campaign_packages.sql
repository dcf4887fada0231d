-- A package that was made of a letter for units that stand in the exchange directory: the file as it was made,
-- by whom, and under which identifier each unit stands in it.
CREATE TABLE letter_packages (
    id          TEXT   PRIMARY KEY,
    document_id TEXT   NOT NULL,
    file_hash   TEXT   NOT NULL,
    made_at     BIGINT NOT NULL,
    made_by     TEXT   NOT NULL
);
CREATE INDEX letter_packages_by_document ON letter_packages (document_id, made_at);
CREATE TABLE letter_package_units (
    package_id TEXT NOT NULL REFERENCES letter_packages (id),
    sending_id TEXT NOT NULL REFERENCES sendings (id),
    organ_id   TEXT NOT NULL CONSTRAINT a_unit_of_a_package_has_an_identifier CHECK (organ_id <> ''),
    PRIMARY KEY (package_id, sending_id)
);
