-- An entry of a unit's own contest sent up to the contest above. `slot` keeps the quota: no two
-- entries share one, and none lies beyond the quota of the rule book that counted on that day.
CREATE TABLE promotions (
    id                  TEXT   PRIMARY KEY,
    edition_id          TEXT   NOT NULL,
    entry_id            TEXT   NOT NULL,
    above_edition_id    TEXT   NOT NULL,
    above_entry_id      TEXT   NOT NULL UNIQUE,
    place               BIGINT NOT NULL,
    slot                BIGINT NOT NULL,
    quota               BIGINT NOT NULL,
    endorsement         TEXT   NOT NULL,
    endorsed_on         TEXT   NOT NULL,
    endorsed_by         TEXT   NOT NULL,
    sent_at             BIGINT NOT NULL,
    CONSTRAINT an_entry_is_sent_up_once UNIQUE (edition_id, entry_id),
    CONSTRAINT a_slot_is_taken_once UNIQUE (edition_id, slot),
    CONSTRAINT the_quota_is_kept CHECK (slot BETWEEN 1 AND quota),
    CONSTRAINT nothing_is_sent_up_to_its_own_contest CHECK (edition_id <> above_edition_id)
);
CREATE INDEX promotions_by_above ON promotions (above_edition_id);
