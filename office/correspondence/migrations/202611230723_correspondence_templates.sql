-- Templates of documents that the office made; those that come with the program are not here.
CREATE TABLE document_templates (
    id         TEXT   PRIMARY KEY,
    edition_id TEXT   NOT NULL,
    kind       TEXT   NOT NULL,
    name       TEXT   NOT NULL CONSTRAINT a_template_has_a_name CHECK (name <> ''),
    subject    TEXT   NOT NULL,
    addressees TEXT   NOT NULL,
    body       TEXT   NOT NULL CONSTRAINT a_template_has_a_text CHECK (body <> ''),
    recipients TEXT   NOT NULL,
    version    BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX document_templates_by_edition ON document_templates (edition_id, name);
