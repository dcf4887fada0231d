CREATE TABLE screening_decisions (
    id         TEXT   PRIMARY KEY,
    entry_id   TEXT   NOT NULL,
    edition_id TEXT   NOT NULL,
    decided_at BIGINT NOT NULL,
    decided_by TEXT   NOT NULL,
    outcome    TEXT   NOT NULL CHECK (outcome IN ('admitted', 'returned', 'refused')),
    blind_code TEXT,
    until_day  TEXT,
    reasons    TEXT   NOT NULL,
    CONSTRAINT who_is_admitted_has_a_blind_code CHECK ((outcome = 'admitted') = (blind_code IS NOT NULL)),
    CONSTRAINT who_is_returned_has_a_day CHECK ((outcome = 'returned') = (until_day IS NOT NULL)),
    CONSTRAINT who_is_turned_away_has_reasons CHECK (outcome = 'admitted' OR reasons <> ''),
    CONSTRAINT a_blind_code_names_one_admitted_entry UNIQUE (edition_id, blind_code)
);
CREATE INDEX screening_decisions_by_entry ON screening_decisions (entry_id, decided_at);
CREATE UNIQUE INDEX an_entry_is_settled_once ON screening_decisions (entry_id) WHERE outcome <> 'returned';

CREATE TABLE screening_findings (
    decision_id TEXT NOT NULL REFERENCES screening_decisions (id),
    item        TEXT NOT NULL,
    verdict     TEXT NOT NULL CHECK (verdict IN ('passed', 'failed')),
    note        TEXT NOT NULL,
    PRIMARY KEY (decision_id, item)
);
