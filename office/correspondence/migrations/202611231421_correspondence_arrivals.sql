-- A document that came as an edXML package: who sent it, what systems call it, what it does to earlier
-- ones, and the package itself as it came.
CREATE TABLE document_arrivals (
    document_id TEXT   PRIMARY KEY REFERENCES documents (id),
    organ_id    TEXT   NOT NULL,
    exchange_id TEXT   NOT NULL,
    business    TEXT   NOT NULL CONSTRAINT a_package_does_one_of_four_things
                CHECK (business IN ('new', 'withdrawn', 'changed', 'replaced')),
    reason      TEXT   NOT NULL,
    ended       TEXT   NOT NULL,
    file_hash   TEXT   NOT NULL,
    file_name   TEXT   NOT NULL,
    file_size   BIGINT NOT NULL CONSTRAINT a_package_has_bytes CHECK (file_size > 0),
    at          BIGINT NOT NULL
);
-- What came with a document beside its sheet. What is held back is kept and given to nobody.
CREATE TABLE document_attachments (
    document_id TEXT   NOT NULL REFERENCES documents (id),
    place       BIGINT NOT NULL,
    description TEXT   NOT NULL,
    file_hash   TEXT   NOT NULL,
    file_name   TEXT   NOT NULL,
    file_type   TEXT   NOT NULL,
    file_size   BIGINT NOT NULL CONSTRAINT an_attachment_has_bytes CHECK (file_size > 0),
    held        TEXT   NOT NULL CONSTRAINT an_attachment_is_held_for_a_known_reason
                CHECK (held IN ('', 'macros', 'locked', 'unsafe', 'unknown')),
    PRIMARY KEY (document_id, place),
    CONSTRAINT what_is_held_has_no_type CHECK ((held = '') = (file_type <> ''))
);
