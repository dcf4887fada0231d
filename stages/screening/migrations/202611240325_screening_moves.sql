-- An entry that was moved to another category: from where, to where, why, by whom.
CREATE TABLE screening_moves (
    id            TEXT   PRIMARY KEY,
    entry_id      TEXT   NOT NULL,
    from_category TEXT,
    to_category   TEXT   NOT NULL,
    why           TEXT   NOT NULL CHECK (why <> ''),
    moved_at      BIGINT NOT NULL,
    moved_by      TEXT   NOT NULL
);
CREATE INDEX screening_moves_by_entry ON screening_moves (entry_id, moved_at);
