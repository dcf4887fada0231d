-- Periods of reporting that were closed: what fell due in a closed one is changed no more.
CREATE TABLE report_periods (
    edition_id   TEXT   NOT NULL,
    last_day     TEXT   NOT NULL,
    after_day    TEXT,
    closed_at    BIGINT NOT NULL,
    reopened_at  BIGINT,
    reopened_why TEXT,
    CONSTRAINT a_day_ends_one_period_of_an_edition PRIMARY KEY (edition_id, last_day),
    CONSTRAINT a_period_ends_after_the_one_before CHECK (after_day IS NULL OR after_day < last_day),
    CONSTRAINT what_is_opened_again_says_why CHECK ((reopened_at IS NULL) = (reopened_why IS NULL))
);
