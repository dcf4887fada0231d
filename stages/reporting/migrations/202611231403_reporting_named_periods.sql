-- Periods have names and are there before they are closed.
CREATE TABLE report_periods_named (
    edition_id   TEXT   NOT NULL,
    last_day     TEXT   NOT NULL,
    after_day    TEXT,
    name         TEXT   NOT NULL CHECK (name <> ''),
    closed_at    BIGINT,
    reopened_at  BIGINT,
    reopened_why TEXT,
    CONSTRAINT a_day_ends_one_named_period_of_an_edition PRIMARY KEY (edition_id, last_day),
    CONSTRAINT periods_of_an_edition_have_names_of_their_own UNIQUE (edition_id, name),
    CONSTRAINT a_named_period_ends_after_the_one_before CHECK (after_day IS NULL OR after_day < last_day),
    CONSTRAINT only_a_closed_period_is_opened_again CHECK (reopened_at IS NULL OR closed_at IS NOT NULL),
    CONSTRAINT a_period_opened_again_says_why CHECK ((reopened_at IS NULL) = (reopened_why IS NULL))
);
INSERT INTO report_periods_named (edition_id, last_day, after_day, name, closed_at, reopened_at, reopened_why)
    SELECT edition_id, last_day, after_day,
           'Kỳ đến ' || substr(last_day, 9, 2) || '/' || substr(last_day, 6, 2) || '/' || substr(last_day, 1, 4),
           closed_at, reopened_at, reopened_why
      FROM report_periods;
DROP TABLE report_periods;
ALTER TABLE report_periods_named RENAME TO report_periods;
-- Every closing and opening of a period stays, with its reason and who did it.
CREATE TABLE report_period_steps (
    edition_id TEXT   NOT NULL,
    last_day   TEXT   NOT NULL,
    place      BIGINT NOT NULL CHECK (place > 0),
    at         BIGINT NOT NULL,
    why        TEXT,
    done_by    TEXT,
    CONSTRAINT steps_of_a_period_follow_one_another PRIMARY KEY (edition_id, last_day, place)
);
INSERT INTO report_period_steps (edition_id, last_day, place, at)
    SELECT edition_id, last_day, 1, closed_at FROM report_periods;
INSERT INTO report_period_steps (edition_id, last_day, place, at, why)
    SELECT edition_id, last_day, 2, reopened_at, reopened_why FROM report_periods WHERE reopened_at IS NOT NULL;
