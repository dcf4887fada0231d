CREATE TABLE publicity_items (
    id          TEXT   PRIMARY KEY,
    edition_id  TEXT   NOT NULL,
    unit_id     TEXT   NOT NULL,
    channel     TEXT   NOT NULL,
    day         TEXT   NOT NULL,
    title       TEXT   NOT NULL,
    link        TEXT,
    reach       BIGINT,
    file_hash   TEXT,
    file_name   TEXT,
    file_type   TEXT,
    file_size   BIGINT,
    recorded_at BIGINT NOT NULL,
    recorded_by TEXT   NOT NULL,
    CONSTRAINT a_link_shows_one_thing_once UNIQUE (edition_id, unit_id, link),
    CONSTRAINT a_photo_is_named_and_typed CHECK (
        (file_hash IS NULL) = (file_name IS NULL)
        AND (file_hash IS NULL) = (file_type IS NULL)
        AND (file_hash IS NULL) = (file_size IS NULL)
    )
);
CREATE INDEX publicity_items_by_edition ON publicity_items (edition_id, unit_id, day);
CREATE TABLE report_requests (
    id             TEXT   PRIMARY KEY,
    sending_id     TEXT   NOT NULL UNIQUE REFERENCES sendings (id),
    edition_id     TEXT   NOT NULL,
    unit_id        TEXT   NOT NULL,
    due            TEXT   NOT NULL,
    version        BIGINT NOT NULL,
    first_received TEXT,
    days_late      BIGINT NOT NULL,
    CONSTRAINT an_answered_request_says_when CHECK ((version = 0) = (first_received IS NULL))
);
CREATE INDEX report_requests_by_edition ON report_requests (edition_id, unit_id);
CREATE TABLE reports (
    request_id       TEXT   NOT NULL REFERENCES report_requests (id),
    version          BIGINT NOT NULL,
    at               BIGINT NOT NULL,
    documents_issued BIGINT NOT NULL,
    publicity_items  BIGINT NOT NULL,
    people_reached   BIGINT NOT NULL,
    entries_mobilised BIGINT NOT NULL,
    local_entries    BIGINT,
    local_forwarded  BIGINT,
    initiatives      BIGINT NOT NULL,
    commendations    BIGINT NOT NULL,
    difficulties     TEXT   NOT NULL,
    proposals        TEXT   NOT NULL,
    how              TEXT   NOT NULL,
    file_hash        TEXT,
    file_name        TEXT,
    file_type        TEXT,
    file_size        BIGINT,
    recorded_by      TEXT   NOT NULL,
    PRIMARY KEY (request_id, version),
    CONSTRAINT a_local_contest_has_both_figures CHECK ((local_entries IS NULL) = (local_forwarded IS NULL)),
    CONSTRAINT a_scan_is_named_and_typed CHECK (
        (file_hash IS NULL) = (file_name IS NULL)
        AND (file_hash IS NULL) = (file_type IS NULL)
        AND (file_hash IS NULL) = (file_size IS NULL)
    )
);
