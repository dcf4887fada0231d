-- What people of a unit made better at work, kept all year; and the entries that were begun from it.
CREATE TABLE initiatives (
    id          TEXT   PRIMARY KEY,
    unit_id     TEXT   NOT NULL REFERENCES units (id),
    title       TEXT   NOT NULL,
    first_used  TEXT   NOT NULL,
    decision    TEXT   NOT NULL,
    decided_on  TEXT,
    money       BIGINT CHECK (money >= 0),
    benefit     TEXT   NOT NULL,
    recorded_at BIGINT NOT NULL,
    recorded_by TEXT   NOT NULL,
    version     BIGINT NOT NULL,
    CONSTRAINT a_recognition_has_number_and_day CHECK ((decision = '') = (decided_on IS NULL)),
    CONSTRAINT nothing_is_recognised_before_its_first_use CHECK (decided_on >= first_used)
);
CREATE INDEX initiatives_by_unit ON initiatives (unit_id, first_used);
CREATE TABLE initiative_authors (
    initiative_id TEXT   NOT NULL REFERENCES initiatives (id),
    place         BIGINT NOT NULL,
    name          TEXT   NOT NULL,
    PRIMARY KEY (initiative_id, place)
);
CREATE TABLE initiative_entries (
    entry_id      TEXT   PRIMARY KEY REFERENCES entries (id),
    initiative_id TEXT   NOT NULL REFERENCES initiatives (id),
    edition_id    TEXT   NOT NULL,
    made_at       BIGINT NOT NULL,
    made_by       TEXT   NOT NULL
);
CREATE INDEX initiative_entries_by_initiative ON initiative_entries (initiative_id);
