-- The same solution arrived twice: one entry stays, the other is closed and points at it. As long as screening has
-- decided on neither, the two are taken apart again; the row stays with who did it and why.
CREATE TABLE entry_merges (
    id             TEXT   PRIMARY KEY,
    edition_id     TEXT   NOT NULL,
    closed_id      TEXT   NOT NULL REFERENCES entries (id),
    stays_id       TEXT   NOT NULL REFERENCES entries (id),
    reason         TEXT   NOT NULL CHECK (reason <> ''),
    returned_at    BIGINT,
    returned_until TEXT,
    merged_by      TEXT   NOT NULL,
    merged_at      BIGINT NOT NULL,
    undone_by      TEXT,
    undone_because TEXT,
    undone_at      BIGINT,
    CONSTRAINT an_entry_is_not_merged_into_itself CHECK (closed_id <> stays_id),
    CONSTRAINT what_was_returned_has_its_day CHECK ((returned_at IS NULL) = (returned_until IS NULL)),
    CONSTRAINT who_takes_apart_says_why CHECK (
        (undone_at IS NULL) = (undone_by IS NULL) AND (undone_at IS NULL) = (undone_because IS NULL))
);
CREATE UNIQUE INDEX an_entry_is_closed_into_one_other ON entry_merges (closed_id) WHERE undone_at IS NULL;
CREATE INDEX entry_merges_by_what_stays ON entry_merges (stays_id);

-- Units of the closed entry: they count as helpers of the one that stays, whose own dossier says nothing of them.
CREATE TABLE entry_merge_helpers (
    merge_id  TEXT NOT NULL REFERENCES entry_merges (id),
    unit_id   TEXT NOT NULL,
    unit_name TEXT NOT NULL,
    CONSTRAINT a_unit_helps_once_by_a_merge PRIMARY KEY (merge_id, unit_id)
);
CREATE INDEX entry_merge_helpers_by_unit ON entry_merge_helpers (unit_id);
