-- Judges who do not go on in a round: what they locked counts, the rest goes to others.
CREATE TABLE stopped_judges (
    round_id     TEXT   NOT NULL REFERENCES rounds (id),
    judge_id     TEXT   NOT NULL REFERENCES judges (id),
    reason       TEXT   NOT NULL,
    paper_number TEXT,
    paper_day    TEXT,
    stopped_by   TEXT   NOT NULL,
    stopped_at   BIGINT NOT NULL,
    CONSTRAINT a_judge_stops_once_in_a_round PRIMARY KEY (round_id, judge_id),
    CONSTRAINT whoever_stops_has_a_reason CHECK (reason <> ''),
    CONSTRAINT a_paper_has_its_number_and_day CHECK ((paper_number IS NULL) = (paper_day IS NULL))
);

-- Who sat by which decision. A jury that is changed leaves what it was.
CREATE TABLE jury_versions (
    edition_id TEXT   NOT NULL REFERENCES juries (edition_id),
    version    BIGINT NOT NULL,
    decision   TEXT   NOT NULL,
    decided_on TEXT   NOT NULL,
    set_up_at  BIGINT NOT NULL,
    panels     TEXT   NOT NULL,
    PRIMARY KEY (edition_id, version)
);

-- The minutes of the opening as they were printed when the round was opened.
ALTER TABLE rounds ADD COLUMN minutes_hash TEXT;
