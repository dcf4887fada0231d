-- What was said of reports: every line stays, also when the unit answers anew.
CREATE TABLE report_verdicts (
    duty_id TEXT   NOT NULL REFERENCES report_duties (id),
    place   BIGINT NOT NULL CHECK (place > 0),
    version BIGINT NOT NULL CHECK (version > 0),
    stands  TEXT   NOT NULL CHECK (stands IN ('returned', 'approved', 'reopened')),
    at      BIGINT NOT NULL,
    why     TEXT,
    said_by TEXT,
    CONSTRAINT verdicts_of_a_report_follow_one_another PRIMARY KEY (duty_id, place),
    CONSTRAINT a_verdict_that_gives_back_says_why CHECK ((stands = 'approved') = (why IS NULL))
);
INSERT INTO report_verdicts (duty_id, place, version, stands, at, why)
    SELECT id, 1, version, stands, stands_at, stands_why FROM report_duties WHERE stands <> 'waiting';
