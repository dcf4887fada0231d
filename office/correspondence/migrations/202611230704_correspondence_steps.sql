-- The leader has signed; number and day may still be blank.
ALTER TABLE documents ADD COLUMN signed_at BIGINT;
-- Who took a document how far, and when. What was recorded before this is known by its day alone.
CREATE TABLE document_steps (
    document_id TEXT   NOT NULL REFERENCES documents (id),
    step        TEXT   NOT NULL CONSTRAINT a_step_is_of_a_documents_life
                CHECK (step IN ('draft', 'put_forward', 'signed', 'numbered', 'scanned')),
    account_id  TEXT,
    from_paper  BIGINT NOT NULL,
    at          BIGINT NOT NULL,
    PRIMARY KEY (document_id, step)
);
