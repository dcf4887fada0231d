-- A file that follows its hash: which part it fills, its SHA-256 as it was given, until when it may come once the
-- dossier is received, and when it came.
CREATE TABLE entry_promised_files (
    entry_id    TEXT   NOT NULL REFERENCES entries (id),
    part        TEXT   NOT NULL,
    digest      TEXT   NOT NULL,
    promised_at BIGINT NOT NULL,
    until       BIGINT,
    arrived_at  BIGINT,
    PRIMARY KEY (entry_id, part)
);
