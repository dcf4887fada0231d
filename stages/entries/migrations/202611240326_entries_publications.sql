-- What was published of the admitted entries before the announcement, by whom and how much; and its end: taken
-- back with a reason, or replaced by the next.
CREATE TABLE entry_publications (
    id            TEXT   PRIMARY KEY,
    edition_id    TEXT   NOT NULL,
    how           TEXT   NOT NULL CHECK (how IN ('counts', 'titles')),
    published_at  BIGINT NOT NULL,
    published_by  TEXT   NOT NULL,
    ended_at      BIGINT,
    ended_by      TEXT,
    ended_because TEXT,
    CONSTRAINT a_publication_that_ended_says_by_whom CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE UNIQUE INDEX one_publication_stands ON entry_publications (edition_id) WHERE ended_at IS NULL;
CREATE TABLE published_entries (
    publication_id TEXT NOT NULL REFERENCES entry_publications (id),
    entry_id       TEXT NOT NULL,
    PRIMARY KEY (publication_id, entry_id)
);
