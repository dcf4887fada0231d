-- A unit's own contest that was held outside this program: its decision with the scan, and what its list says. What
-- goes up from it stands among the promotions, under its id as that of the contest below.
CREATE TABLE outside_contests (
    id          TEXT   PRIMARY KEY,
    edition_id  TEXT   NOT NULL,
    unit_id     TEXT   NOT NULL,
    title       TEXT   NOT NULL CHECK (title <> ''),
    decision    TEXT   NOT NULL,
    decided_on  TEXT   NOT NULL,
    scan        TEXT   NOT NULL,
    quota       BIGINT NOT NULL CHECK (quota >= 1),
    recorded_by TEXT   NOT NULL,
    recorded_at BIGINT NOT NULL,
    CONSTRAINT a_decision_is_recorded_once UNIQUE (edition_id, unit_id, decision)
);

-- Its entries in the order of its list, the best first.
CREATE TABLE outside_entries (
    id         TEXT   PRIMARY KEY,
    contest_id TEXT   NOT NULL REFERENCES outside_contests (id),
    place      BIGINT NOT NULL,
    title      TEXT   NOT NULL,
    authors    TEXT   NOT NULL,
    category   TEXT   NOT NULL,
    prize      TEXT   NOT NULL,
    CONSTRAINT a_place_of_the_list_is_taken_once UNIQUE (contest_id, place)
);
