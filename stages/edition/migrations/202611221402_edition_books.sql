CREATE TABLE editions (
    id           TEXT   PRIMARY KEY,
    slug         TEXT   NOT NULL UNIQUE,
    unit_id      TEXT,
    parent_id    TEXT   REFERENCES editions (id),
    state        TEXT   NOT NULL CHECK (state IN ('preparing', 'launched', 'announced')),
    launched_at  BIGINT,
    announced_at BIGINT,
    version      BIGINT NOT NULL,
    set_up_at    BIGINT NOT NULL,
    CONSTRAINT an_edition_in_preparation_has_not_launched CHECK ((state = 'preparing') = (launched_at IS NULL)),
    CONSTRAINT an_announced_edition_knows_when CHECK ((state = 'announced') = (announced_at IS NOT NULL)),
    CONSTRAINT a_local_contest_has_a_unit_and_a_parent CHECK ((unit_id IS NULL) = (parent_id IS NULL))
);
CREATE INDEX editions_by_launch ON editions (launched_at);
CREATE INDEX editions_by_parent ON editions (parent_id);

-- Every text of the book that ever counted or will count. What was uploaded before the launch
-- has no decision of its own: its parts name theirs.
CREATE TABLE edition_books (
    edition_id  TEXT   NOT NULL REFERENCES editions (id),
    version     BIGINT NOT NULL,
    text        TEXT   NOT NULL,
    text_hash   TEXT   NOT NULL,
    decision    TEXT,
    issuer      TEXT,
    issued      TEXT,
    effective   TEXT,
    reason      TEXT,
    differences TEXT   NOT NULL,
    notice      TEXT,
    recorded_at BIGINT NOT NULL,
    PRIMARY KEY (edition_id, version),
    CONSTRAINT an_amendment_has_its_whole_decision CHECK (
        (decision IS NULL) = (issuer IS NULL) AND (decision IS NULL) = (issued IS NULL) AND
        (decision IS NULL) = (effective IS NULL) AND (decision IS NULL) = (reason IS NULL) AND
        (decision IS NULL) = (notice IS NULL)),
    CONSTRAINT an_amendment_counts_from_its_day_on CHECK (issued <= effective)
);

-- A round judges by the version it was frozen with; no amendment changes a row here.
CREATE TABLE edition_opened_rounds (
    edition_id TEXT   NOT NULL REFERENCES editions (id),
    round      TEXT   NOT NULL,
    version    BIGINT NOT NULL,
    opened_at  BIGINT NOT NULL,
    PRIMARY KEY (edition_id, round)
);
