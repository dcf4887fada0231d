-- Who shall receive what by the ranking of an opened round. One proposal an edition, made anew as
-- often as needed until the leader has decided; from then on it stands.
CREATE TABLE award_proposals (
    edition_id   TEXT   PRIMARY KEY,
    round_id     TEXT   NOT NULL,
    book_version BIGINT NOT NULL,
    version      BIGINT NOT NULL,
    proposed_at  BIGINT NOT NULL,
    document_id  TEXT   UNIQUE,
    decided_at   BIGINT,
    CONSTRAINT a_decision_has_its_document CHECK ((decided_at IS NULL) = (document_id IS NULL))
);

-- The order into which the jury put entries of one shared place, by its minutes. `scope` is the
-- category where prizes are given in each, and empty where they are given over all.
CREATE TABLE award_settlements (
    edition_id TEXT   NOT NULL,
    round_id   TEXT   NOT NULL,
    scope      TEXT   NOT NULL,
    place      BIGINT NOT NULL,
    entries    TEXT   NOT NULL,
    minutes    TEXT   NOT NULL,
    settled_at BIGINT NOT NULL,
    CONSTRAINT a_shared_place_is_settled_once PRIMARY KEY (round_id, scope, place),
    CONSTRAINT a_settlement_names_its_minutes CHECK (minutes <> '')
);
CREATE INDEX award_settlements_by_edition ON award_settlements (edition_id);

-- Title, unit and authors stand here as the decision names them: a decision does not change when
-- somebody's name or workplace does. `seat` keeps a tier within its ceiling whatever else fails.
CREATE TABLE awards (
    id            TEXT   PRIMARY KEY,
    edition_id    TEXT   NOT NULL REFERENCES award_proposals (edition_id),
    entry_id      TEXT   NOT NULL,
    number        TEXT   NOT NULL,
    title         TEXT   NOT NULL,
    category      TEXT   NOT NULL,
    category_name TEXT   NOT NULL,
    unit_name     TEXT   NOT NULL,
    scope         TEXT   NOT NULL,
    tier          TEXT   NOT NULL,
    tier_name     TEXT   NOT NULL,
    tier_place    BIGINT NOT NULL,
    seat          BIGINT NOT NULL,
    ceiling       BIGINT NOT NULL,
    place         BIGINT NOT NULL,
    points        BIGINT NOT NULL,
    money         BIGINT CHECK (money >= 0),
    CONSTRAINT an_entry_receives_one_prize UNIQUE (edition_id, entry_id),
    CONSTRAINT a_seat_is_taken_once UNIQUE (edition_id, scope, tier, seat),
    CONSTRAINT a_prize_stays_within_its_ceiling CHECK (seat BETWEEN 1 AND ceiling)
);
CREATE INDEX awards_in_order ON awards (edition_id, tier_place, place);

CREATE TABLE award_authors (
    award_id  TEXT   NOT NULL REFERENCES awards (id),
    place     BIGINT NOT NULL,
    author_id TEXT   NOT NULL,
    name      TEXT   NOT NULL,
    workplace TEXT   NOT NULL,
    PRIMARY KEY (award_id, place),
    CONSTRAINT an_author_stands_once_on_an_award UNIQUE (award_id, author_id)
);
