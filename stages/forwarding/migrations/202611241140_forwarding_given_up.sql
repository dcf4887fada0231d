-- A place of the quota that an entry gave up: it was taken back above, and the next one went up in its stead. The
-- line of its going stands here from then on, so that the place of the quota is free for that one alone.
CREATE TABLE promotions_given_up (
    id                  TEXT   PRIMARY KEY,
    edition_id          TEXT   NOT NULL,
    entry_id            TEXT   NOT NULL,
    above_edition_id    TEXT   NOT NULL,
    above_entry_id      TEXT   NOT NULL UNIQUE,
    place               BIGINT NOT NULL,
    slot                BIGINT NOT NULL,
    quota               BIGINT NOT NULL,
    passed_over         BIGINT NOT NULL,
    because             TEXT,
    endorsement         TEXT   NOT NULL,
    endorsed_on         TEXT   NOT NULL,
    endorsed_by         TEXT   NOT NULL,
    sent_at             BIGINT NOT NULL,
    next_entry_id       TEXT   NOT NULL,
    given_up_at         BIGINT NOT NULL,
    CONSTRAINT an_entry_gives_its_place_up_once UNIQUE (edition_id, entry_id),
    CONSTRAINT an_entry_follows_one_other UNIQUE (edition_id, next_entry_id),
    CONSTRAINT nobody_follows_themselves CHECK (entry_id <> next_entry_id)
);
