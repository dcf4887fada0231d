CREATE TABLE rounds (
    id           TEXT   PRIMARY KEY,
    edition_id   TEXT   NOT NULL,
    code         TEXT   NOT NULL,
    name         TEXT   NOT NULL,
    place        BIGINT NOT NULL,
    state        TEXT   NOT NULL,
    version      BIGINT NOT NULL,
    book_version BIGINT,
    marking      TEXT,
    prepared_at  BIGINT NOT NULL,
    started_at   BIGINT,
    sealed_at    BIGINT,
    opened_at    BIGINT,
    CONSTRAINT a_round_stands_once_in_an_edition UNIQUE (edition_id, code),
    CONSTRAINT a_round_is_in_a_known_state CHECK (state IN ('prepared', 'marking', 'sealed', 'opened')),
    CONSTRAINT a_started_round_froze_its_rules CHECK ((state = 'prepared') = (marking IS NULL)
        AND (marking IS NULL) = (book_version IS NULL) AND (marking IS NULL) = (started_at IS NULL)),
    CONSTRAINT a_sealed_round_says_when CHECK ((state IN ('sealed', 'opened')) = (sealed_at IS NOT NULL)),
    CONSTRAINT an_opened_round_says_when CHECK ((state = 'opened') = (opened_at IS NOT NULL))
);
CREATE TABLE round_entries (
    round_id   TEXT NOT NULL REFERENCES rounds (id),
    entry_id   TEXT NOT NULL,
    category   TEXT NOT NULL,
    blind_code TEXT NOT NULL,
    title      TEXT NOT NULL,
    PRIMARY KEY (round_id, entry_id),
    CONSTRAINT a_blind_code_names_one_entry UNIQUE (round_id, blind_code)
);
-- The id is random and stands in the judge's addresses; the turn is the judge's own shuffled order.
CREATE TABLE assignments (
    id         TEXT   PRIMARY KEY,
    round_id   TEXT   NOT NULL REFERENCES rounds (id),
    entry_id   TEXT   NOT NULL,
    judge_id   TEXT   NOT NULL REFERENCES judges (id),
    account_id TEXT   NOT NULL,
    turn       BIGINT NOT NULL,
    state      TEXT   NOT NULL,
    made_at    BIGINT NOT NULL,
    ended_at   BIGINT,
    CONSTRAINT a_judge_marks_an_entry_once UNIQUE (round_id, entry_id, judge_id),
    CONSTRAINT an_assignment_is_in_a_known_state CHECK (state IN ('open', 'begun', 'locked', 'recused')),
    CONSTRAINT an_ended_assignment_says_when CHECK ((state IN ('open', 'begun')) = (ended_at IS NULL))
);
CREATE INDEX assignments_by_judge ON assignments (account_id, round_id, turn);
-- Marks stand in these two tables and nowhere else; src/sheets.rs alone reads them.
CREATE TABLE score_sheets (
    assignment_id TEXT   PRIMARY KEY REFERENCES assignments (id),
    version       BIGINT NOT NULL,
    marks         TEXT   NOT NULL,
    saved_at      BIGINT NOT NULL,
    locked_at     BIGINT
);
CREATE TABLE score_sheet_history (
    assignment_id TEXT   NOT NULL REFERENCES assignments (id),
    version       BIGINT NOT NULL,
    marks         TEXT   NOT NULL,
    saved_at      BIGINT NOT NULL,
    PRIMARY KEY (assignment_id, version)
);
CREATE TABLE round_openers (
    round_id     TEXT   NOT NULL REFERENCES rounds (id),
    role         TEXT   NOT NULL,
    account_id   TEXT   NOT NULL,
    deputy       BIGINT NOT NULL,
    since        TEXT   NOT NULL,
    confirmed_at BIGINT NOT NULL,
    CONSTRAINT one_person_stands_for_a_role PRIMARY KEY (round_id, role),
    CONSTRAINT nobody_opens_a_round_alone UNIQUE (round_id, account_id)
);
CREATE TABLE entry_results (
    round_id TEXT NOT NULL REFERENCES rounds (id),
    entry_id TEXT NOT NULL,
    result   TEXT NOT NULL,
    inputs   TEXT NOT NULL,
    PRIMARY KEY (round_id, entry_id)
);
