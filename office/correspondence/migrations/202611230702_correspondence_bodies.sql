-- The bodies that issue the house's documents, with what holds of each from which day.
CREATE TABLE issuing_bodies (
    id         TEXT   PRIMARY KEY,
    edition_id TEXT   NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE TABLE body_letterheads (
    body_id      TEXT   NOT NULL REFERENCES issuing_bodies (id),
    from_day     TEXT   NOT NULL,
    name         TEXT   NOT NULL CONSTRAINT a_body_has_a_name CHECK (name <> ''),
    name_key     TEXT   NOT NULL,
    parent_body  TEXT   NOT NULL,
    place        TEXT   NOT NULL,
    symbol       TEXT   NOT NULL,
    letters      TEXT   NOT NULL,
    numbering    TEXT   NOT NULL CONSTRAINT numbers_are_typed_or_given
                 CHECK (numbering IN ('typed', 'one_series', 'series_per_kind')),
    given_before BIGINT NOT NULL CONSTRAINT what_was_given_before_is_counted CHECK (given_before >= 0),
    signatories  TEXT   NOT NULL,
    account_id   TEXT,
    at           BIGINT NOT NULL,
    PRIMARY KEY (body_id, from_day)
);
CREATE INDEX body_letterheads_by_name ON body_letterheads (name_key);
-- How far each series of numbers is; its row is locked by whoever takes the next one.
CREATE TABLE document_series (
    body_id  TEXT   NOT NULL REFERENCES issuing_bodies (id),
    series   TEXT   NOT NULL,
    year     BIGINT NOT NULL,
    last     BIGINT NOT NULL CONSTRAINT a_series_counts_from_one CHECK (last >= 1),
    last_day TEXT   NOT NULL,
    PRIMARY KEY (body_id, series, year)
);
-- A number that our register gave is never given again and never put right.
ALTER TABLE documents ADD COLUMN number_given BIGINT NOT NULL DEFAULT 0
    CONSTRAINT only_a_number_that_stands_was_given CHECK (number_given = 0 OR number IS NOT NULL);
