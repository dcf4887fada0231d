CREATE TABLE entry_frozen_copies (
    entry_id     TEXT   NOT NULL REFERENCES entries (id),
    version      BIGINT NOT NULL,
    frozen_at    BIGINT NOT NULL,
    dossier_hash TEXT   NOT NULL,
    content      TEXT   NOT NULL,
    PRIMARY KEY (entry_id, version)
);
