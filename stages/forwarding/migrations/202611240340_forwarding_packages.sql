-- What a contest sent to a contest in another house, as a file: its manifest to the letter, from which the file can
-- be written again, and the hash over it that two persons compare.
CREATE TABLE packages_sent (
    id          TEXT   PRIMARY KEY,
    edition_id  TEXT   NOT NULL,
    manifest    TEXT   NOT NULL,
    code        TEXT   NOT NULL UNIQUE,
    endorsement TEXT   NOT NULL,
    endorsed_on TEXT   NOT NULL,
    endorsed_by TEXT   NOT NULL,
    made_at     BIGINT NOT NULL
);
CREATE INDEX packages_sent_by_edition ON packages_sent (edition_id, made_at);

-- The quota's places that such entries take. A correction takes none of its own.
CREATE TABLE package_slots (
    edition_id TEXT   NOT NULL,
    entry_id   TEXT   NOT NULL,
    slot       BIGINT NOT NULL,
    quota      BIGINT NOT NULL,
    CONSTRAINT an_entry_takes_one_place PRIMARY KEY (edition_id, entry_id),
    CONSTRAINT a_place_is_taken_once UNIQUE (edition_id, slot),
    CONSTRAINT the_quota_holds_for_packages CHECK (slot BETWEEN 1 AND quota)
);

CREATE TABLE package_entries (
    package_id TEXT NOT NULL REFERENCES packages_sent (id),
    entry_id   TEXT NOT NULL,
    dossier    TEXT NOT NULL,
    PRIMARY KEY (package_id, entry_id)
);
CREATE INDEX package_entries_by_entry ON package_entries (entry_id);
