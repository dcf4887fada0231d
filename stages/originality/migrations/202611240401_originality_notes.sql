-- What a person said that it is where two dossiers are alike; the latest counts, the earlier ones stay.
CREATE TABLE originality_notes (
    id       TEXT   PRIMARY KEY,
    entry_id TEXT   NOT NULL REFERENCES entries (id),
    other_id TEXT   NOT NULL REFERENCES entries (id),
    what     TEXT   NOT NULL CHECK (what IN ('coincidence', 'own_earlier', 'ask_author')),
    words    TEXT   NOT NULL,
    percent  BIGINT NOT NULL,
    noted_at BIGINT NOT NULL,
    noted_by TEXT   NOT NULL,
    CONSTRAINT authors_are_asked_something CHECK (what <> 'ask_author' OR words <> '')
);
CREATE INDEX originality_notes_by_entry ON originality_notes (entry_id, other_id);
