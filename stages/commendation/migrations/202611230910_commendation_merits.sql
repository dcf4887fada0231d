-- The formula of an edition in versions, what units themselves gave, and what is put before the leaders.
CREATE TABLE commendation_formulas (
    edition_id TEXT   NOT NULL,
    version    BIGINT NOT NULL,
    content    TEXT   NOT NULL,
    why        TEXT   NOT NULL,
    at         BIGINT NOT NULL,
    decided_by TEXT   NOT NULL,
    PRIMARY KEY (edition_id, version),
    CONSTRAINT versions_count_from_one CHECK (version > 0)
);
CREATE TABLE unit_commendations (
    id          TEXT   PRIMARY KEY,
    edition_id  TEXT   NOT NULL,
    unit_id     TEXT   NOT NULL,
    decision    TEXT   NOT NULL,
    day         TEXT,
    receiver    TEXT   NOT NULL,
    collective  BIGINT NOT NULL,
    merit       TEXT   NOT NULL,
    recorded_at BIGINT NOT NULL,
    recorded_by TEXT   NOT NULL,
    version     BIGINT NOT NULL,
    CONSTRAINT a_decision_has_number_and_day CHECK ((decision = '') = (day IS NULL))
);
CREATE INDEX unit_commendations_by_unit ON unit_commendations (edition_id, unit_id, day);
CREATE TABLE commendation_proposals (
    id              TEXT   PRIMARY KEY,
    edition_id      TEXT   NOT NULL,
    honour          TEXT   NOT NULL CHECK (honour IN ('provincial', 'agency', 'movement')),
    document_id     TEXT   NOT NULL,
    formula_version BIGINT NOT NULL,
    at              BIGINT NOT NULL,
    proposed_by     TEXT   NOT NULL,
    decision        TEXT,
    decided_day     TEXT,
    decided_by_body TEXT,
    CONSTRAINT what_is_decided_says_by_which_paper CHECK (
        (decision IS NULL) = (decided_day IS NULL) AND (decision IS NULL) = (decided_by_body IS NULL)
    )
);
CREATE INDEX commendation_proposals_by_edition ON commendation_proposals (edition_id, at);
CREATE TABLE commendation_lines (
    proposal_id TEXT   NOT NULL REFERENCES commendation_proposals (id),
    unit_id     TEXT   NOT NULL,
    place       BIGINT NOT NULL,
    grouped     TEXT   NOT NULL,
    points      BIGINT NOT NULL,
    PRIMARY KEY (proposal_id, unit_id)
);
