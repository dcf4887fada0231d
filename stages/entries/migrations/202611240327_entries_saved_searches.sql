-- A search of an edition's list under a name: words that name persons stand in no address. Its owner's own, or
-- shared with everybody who reads that list.
CREATE TABLE saved_searches (
    id         TEXT   PRIMARY KEY,
    edition_id TEXT   NOT NULL,
    owner_id   TEXT   NOT NULL,
    shared     BIGINT NOT NULL CHECK (shared IN (0, 1)),
    name       TEXT   NOT NULL CHECK (name <> ''),
    words      TEXT   NOT NULL,
    category   TEXT   NOT NULL,
    standing   TEXT   NOT NULL,
    unit_id    TEXT   NOT NULL,
    sort       TEXT   NOT NULL,
    saved_at   BIGINT NOT NULL
);
CREATE INDEX saved_searches_by_edition ON saved_searches (edition_id, name);
