-- An entry that another unit holds since the one for which it was received has ended: the dossier and its hash keep
-- the old unit, the entry counts with the new one.
CREATE TABLE entries_passed_on (
    entry_id     TEXT PRIMARY KEY REFERENCES entries (id),
    received_for TEXT NOT NULL
);

-- Places of a unit's quota that passed to a successor, those that entries take and free ones. Each passes once, and
-- none lies beyond what the unit had.
CREATE TABLE entry_passed_places (
    edition_id   TEXT   NOT NULL,
    from_unit_id TEXT   NOT NULL,
    slot         BIGINT NOT NULL,
    quota        BIGINT NOT NULL,
    to_unit_id   TEXT   NOT NULL,
    passed_at    BIGINT NOT NULL,
    CONSTRAINT a_place_of_the_quota_passes_once PRIMARY KEY (edition_id, from_unit_id, slot),
    CONSTRAINT no_more_places_pass_than_there_are CHECK (slot BETWEEN 1 AND quota),
    CONSTRAINT a_place_passes_to_another_unit CHECK (from_unit_id <> to_unit_id)
);
CREATE INDEX entry_passed_places_by_successor ON entry_passed_places (edition_id, to_unit_id);
