-- Reports leave the letter's room: what asked for one is an origin that only its room knows, and what
-- is reported is what the form asks. What was asked and answered comes over whole.
CREATE TABLE report_duties (
    id             TEXT   PRIMARY KEY,
    origin_id      TEXT   NOT NULL,
    edition_id     TEXT   NOT NULL,
    unit_id        TEXT   NOT NULL,
    due            TEXT   NOT NULL,
    form_code      TEXT   NOT NULL,
    form_version   BIGINT NOT NULL,
    version        BIGINT NOT NULL,
    first_received TEXT,
    days_late      BIGINT NOT NULL,
    stands         TEXT   NOT NULL CHECK (stands IN ('waiting', 'returned', 'approved', 'reopened')),
    stands_at      BIGINT,
    stands_why     TEXT,
    withdrawn_at   BIGINT,
    withdrawn_why  TEXT,
    CONSTRAINT one_origin_asks_for_one_report UNIQUE (origin_id),
    CONSTRAINT an_answered_duty_says_when CHECK ((version = 0) = (first_received IS NULL)),
    CONSTRAINT only_an_answer_is_judged CHECK (version > 0 OR stands = 'waiting'),
    CONSTRAINT a_judged_answer_says_when CHECK ((stands = 'waiting') = (stands_at IS NULL)),
    CONSTRAINT what_is_given_back_says_why CHECK ((stands IN ('returned', 'reopened')) = (stands_why IS NOT NULL)),
    CONSTRAINT only_a_duty_that_waits_is_withdrawn_with_its_reason CHECK (
        (withdrawn_why IS NULL) = (withdrawn_at IS NULL)
        AND (withdrawn_at IS NULL OR version = 0)
    )
);
CREATE INDEX report_duties_by_edition ON report_duties (edition_id, unit_id, due);
CREATE TABLE report_answers (
    duty_id     TEXT   NOT NULL REFERENCES report_duties (id),
    version     BIGINT NOT NULL CHECK (version > 0),
    at          BIGINT NOT NULL,
    figures     TEXT   NOT NULL,
    known       TEXT   NOT NULL,
    how         TEXT   NOT NULL,
    recorded_by TEXT   NOT NULL,
    PRIMARY KEY (duty_id, version)
);
CREATE TABLE report_texts (
    duty_id TEXT   NOT NULL REFERENCES report_duties (id),
    version BIGINT NOT NULL,
    heading TEXT   NOT NULL,
    words   TEXT   NOT NULL,
    PRIMARY KEY (duty_id, version, heading)
);
-- The signed paper, scanned or photographed, and what is attached.
CREATE TABLE report_files (
    duty_id   TEXT   NOT NULL REFERENCES report_duties (id),
    version   BIGINT NOT NULL,
    place     BIGINT NOT NULL CHECK (place > 0),
    file_hash TEXT   NOT NULL,
    file_name TEXT   NOT NULL,
    file_type TEXT   NOT NULL,
    file_size BIGINT NOT NULL,
    PRIMARY KEY (duty_id, version, place)
);
-- What is typed and not sent yet.
CREATE TABLE report_drafts (
    duty_id  TEXT   PRIMARY KEY REFERENCES report_duties (id),
    version  BIGINT NOT NULL CHECK (version > 0),
    fields   TEXT   NOT NULL,
    saved_at BIGINT NOT NULL,
    saved_by TEXT   NOT NULL
);
-- Texts that the officer leaves out of the consolidated report.
CREATE TABLE report_texts_left_out (
    duty_id TEXT NOT NULL REFERENCES report_duties (id),
    heading TEXT NOT NULL,
    PRIMARY KEY (duty_id, heading)
);
INSERT INTO report_duties (id, origin_id, edition_id, unit_id, due, form_code, form_version, version,
                           first_received, days_late, stands, withdrawn_at, withdrawn_why)
    SELECT id, sending_id, edition_id, unit_id, due, 'trien-khai', 1, version,
           first_received, days_late, 'waiting', withdrawn_at, withdrawn_why
      FROM report_requests;
INSERT INTO report_answers (duty_id, version, at, figures, known, how, recorded_by)
    SELECT request_id, version, at,
           '{"documents_issued":' || documents_issued || ',"publicity_items":' || publicity_items
           || ',"people_reached":' || people_reached || ',"entries_mobilised":' || entries_mobilised
           || ',"initiatives":' || initiatives || ',"commendations":' || commendations
           || CASE WHEN local_entries IS NULL THEN ',"local_contest":0'
                   ELSE ',"local_contest":1,"local_entries":' || local_entries
                        || ',"local_forwarded":' || local_forwarded END || '}',
           '{}', how, recorded_by
      FROM reports;
INSERT INTO report_texts (duty_id, version, heading, words)
    SELECT request_id, version, 'difficulties', difficulties FROM reports WHERE difficulties <> '';
INSERT INTO report_texts (duty_id, version, heading, words)
    SELECT request_id, version, 'proposals', proposals FROM reports WHERE proposals <> '';
INSERT INTO report_files (duty_id, version, place, file_hash, file_name, file_type, file_size)
    SELECT request_id, version, 1, file_hash, file_name, file_type, file_size FROM reports WHERE file_hash IS NOT NULL;
DROP TABLE reports;
DROP TABLE report_requests;
