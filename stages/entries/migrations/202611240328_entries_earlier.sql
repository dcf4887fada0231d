-- Solutions of editions that were held before this program, taken in from a list.
CREATE TABLE earlier_entries (
    id           TEXT   PRIMARY KEY,
    year         BIGINT NOT NULL,
    edition      TEXT   NOT NULL,
    title        TEXT   NOT NULL,
    folded_title TEXT   NOT NULL,
    authors      TEXT   NOT NULL,
    unit         TEXT   NOT NULL,
    prize        TEXT   NOT NULL,
    source_row   BIGINT NOT NULL,
    recorded_at  BIGINT NOT NULL,
    recorded_by  TEXT   NOT NULL
);
CREATE INDEX earlier_entries_by_year ON earlier_entries (year, folded_title);
