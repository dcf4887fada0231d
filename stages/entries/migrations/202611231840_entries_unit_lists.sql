-- A unit's list of its people's entries in an edition. `version` tells two browsers apart.
CREATE TABLE entry_lists (
    edition_id TEXT   NOT NULL,
    unit_id    TEXT   NOT NULL,
    version    BIGINT NOT NULL,
    CONSTRAINT a_unit_has_one_list PRIMARY KEY (edition_id, unit_id)
);
-- The signed paper by which the unit stands behind what waited on its list that day.
CREATE TABLE entry_list_signatures (
    id          TEXT   PRIMARY KEY,
    edition_id  TEXT   NOT NULL,
    unit_id     TEXT   NOT NULL,
    document    TEXT   NOT NULL,
    signed_on   TEXT   NOT NULL,
    signed_by   TEXT   NOT NULL,
    scan        TEXT   NOT NULL,
    recorded_at BIGINT NOT NULL
);
CREATE INDEX entry_list_signatures_by_unit ON entry_list_signatures (edition_id, unit_id);
-- An entry on its unit's list: the unit's order, and which of the quota's places it takes. No two share
-- a place of the quota, and none lies beyond the quota of the rule book that counted on that day.
CREATE TABLE entry_list_places (
    entry_id     TEXT   PRIMARY KEY REFERENCES entries (id),
    edition_id   TEXT   NOT NULL,
    unit_id      TEXT   NOT NULL,
    place        BIGINT NOT NULL,
    slot         BIGINT NOT NULL,
    quota        BIGINT,
    signature_id TEXT REFERENCES entry_list_signatures (id),
    CONSTRAINT a_slot_of_a_unit_is_taken_once UNIQUE (edition_id, unit_id, slot),
    CONSTRAINT a_unit_s_quota_is_kept CHECK (slot >= 1 AND (quota IS NULL OR slot <= quota))
);
