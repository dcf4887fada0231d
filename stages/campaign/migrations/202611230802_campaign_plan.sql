-- The assignments of a plan: who does what by when. Given, each is a task at every unit it names.
CREATE TABLE plan_lines (
    id          TEXT   PRIMARY KEY,
    document_id TEXT   NOT NULL,
    edition_id  TEXT   NOT NULL,
    place       BIGINT NOT NULL,
    title       TEXT   NOT NULL,
    words       TEXT   NOT NULL,
    due         TEXT,
    within_days BIGINT,
    within_from TEXT   CHECK (within_from IN ('sent', 'received')),
    unit_levels TEXT   NOT NULL,
    unit_ids    TEXT   NOT NULL,
    written_at  BIGINT NOT NULL,
    written_by  TEXT   NOT NULL,
    given_at    BIGINT,
    given_to    BIGINT,
    CONSTRAINT each_line_of_a_plan_has_its_place UNIQUE (document_id, place),
    CONSTRAINT a_line_is_due_by_a_day_or_within_days CHECK (due IS NULL OR within_days IS NULL),
    CONSTRAINT days_are_counted_from_something CHECK ((within_days IS NULL) = (within_from IS NULL)),
    CONSTRAINT a_line_names_somebody CHECK (unit_levels <> '' OR unit_ids <> ''),
    CONSTRAINT a_given_line_says_to_how_many CHECK ((given_at IS NULL) = (given_to IS NULL))
);
