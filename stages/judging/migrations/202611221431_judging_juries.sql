CREATE TABLE juries (
    edition_id TEXT   PRIMARY KEY,
    decision   TEXT   NOT NULL,
    decided_on TEXT   NOT NULL,
    set_up_at  BIGINT NOT NULL,
    version    BIGINT NOT NULL
);
CREATE TABLE panels (
    id         TEXT   PRIMARY KEY,
    edition_id TEXT   NOT NULL REFERENCES juries (edition_id),
    place      BIGINT NOT NULL,
    name       TEXT   NOT NULL,
    CONSTRAINT a_jury_counts_its_panels UNIQUE (edition_id, place)
);
CREATE TABLE panel_categories (
    edition_id TEXT NOT NULL REFERENCES juries (edition_id),
    category   TEXT NOT NULL,
    panel_id   TEXT NOT NULL REFERENCES panels (id),
    CONSTRAINT one_panel_marks_a_category PRIMARY KEY (edition_id, category)
);
CREATE TABLE judges (
    id         TEXT PRIMARY KEY,
    edition_id TEXT NOT NULL REFERENCES juries (edition_id),
    account_id TEXT NOT NULL,
    CONSTRAINT somebody_is_one_judge_of_an_edition UNIQUE (edition_id, account_id)
);
CREATE TABLE panel_judges (
    panel_id TEXT NOT NULL REFERENCES panels (id),
    judge_id TEXT NOT NULL REFERENCES judges (id),
    CONSTRAINT nobody_sits_twice_on_a_panel PRIMARY KEY (panel_id, judge_id)
);
CREATE TABLE declared_conflicts (
    edition_id  TEXT   NOT NULL,
    account_id  TEXT   NOT NULL,
    entry_id    TEXT   NOT NULL,
    kind        TEXT   NOT NULL,
    declared_by TEXT   NOT NULL,
    declared_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, entry_id)
);
CREATE INDEX declared_conflicts_by_edition ON declared_conflicts (edition_id);
