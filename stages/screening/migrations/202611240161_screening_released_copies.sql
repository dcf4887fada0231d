CREATE TABLE released_copies (
    id          TEXT   PRIMARY KEY,
    entry_id    TEXT   NOT NULL,
    edition_id  TEXT   NOT NULL,
    dossier     TEXT   NOT NULL,
    shown       TEXT   NOT NULL,
    released_at BIGINT NOT NULL,
    released_by TEXT   NOT NULL,
    though_told BIGINT NOT NULL CHECK (though_told IN (0, 1)),
    ended_at    BIGINT,
    ended_by    TEXT,
    CONSTRAINT what_ended_was_ended_by_somebody CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE INDEX released_copies_by_edition ON released_copies (edition_id, entry_id);
CREATE UNIQUE INDEX an_entry_has_one_released_copy ON released_copies (entry_id) WHERE ended_at IS NULL;

CREATE TABLE released_parts (
    release_id TEXT   NOT NULL REFERENCES released_copies (id),
    part       TEXT   NOT NULL,
    given      TEXT   NOT NULL,
    copy_hash  TEXT,
    bytes      BIGINT NOT NULL,
    PRIMARY KEY (release_id, part)
);
