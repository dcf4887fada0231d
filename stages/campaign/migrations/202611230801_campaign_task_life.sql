-- A letter gives each of its five tasks to a unit once, and any number of others; a task may be due
-- so many working days after receipt, is given to somebody of the unit, and may be sent back.
CREATE TABLE tasks_of_all (
    id          TEXT   PRIMARY KEY,
    sending_id  TEXT   NOT NULL REFERENCES sendings (id),
    document_id TEXT   NOT NULL,
    edition_id  TEXT   NOT NULL,
    unit_id     TEXT   NOT NULL,
    kind        TEXT   NOT NULL,
    place       BIGINT NOT NULL,
    title       TEXT   NOT NULL,
    words       TEXT   NOT NULL,
    due         TEXT,
    counted     BIGINT,
    state       TEXT   NOT NULL CHECK (state IN ('assigned', 'accepted', 'done', 'nothing')),
    at          BIGINT,
    answer      TEXT,
    assignee    TEXT,
    percent     BIGINT,
    returned    BIGINT NOT NULL,
    called_off_at  BIGINT,
    called_off_why TEXT,
    CONSTRAINT a_task_that_moved_has_its_time CHECK ((state = 'assigned') = (at IS NULL)),
    CONSTRAINT a_task_that_was_answered_has_its_answer CHECK ((state IN ('done', 'nothing')) = (answer IS NOT NULL)),
    CONSTRAINT only_an_open_task_was_called_off_with_its_reason CHECK (
        (called_off_why IS NULL) = (called_off_at IS NULL)
        AND (called_off_at IS NULL OR state IN ('assigned', 'accepted'))
    ),
    CONSTRAINT a_share_is_of_a_hundred CHECK (percent BETWEEN 0 AND 100),
    CONSTRAINT working_days_are_counted_from_one CHECK (counted >= 1),
    CONSTRAINT each_place_of_a_sending_holds_one_task UNIQUE (sending_id, place)
);
INSERT INTO tasks_of_all (id, sending_id, document_id, edition_id, unit_id, kind, place, title, words, due, state, at,
                          answer, returned, called_off_at, called_off_why)
    SELECT id, sending_id, document_id, edition_id, unit_id, kind, place, '', words, due, state, at, answer, 0,
           called_off_at, called_off_why
      FROM tasks;
DROP TABLE tasks;
ALTER TABLE tasks_of_all RENAME TO tasks;
CREATE UNIQUE INDEX a_sending_gives_each_task_of_the_letter_once ON tasks (sending_id, kind) WHERE kind <> 'other';
CREATE INDEX tasks_by_edition ON tasks (edition_id, unit_id);
CREATE INDEX tasks_by_document ON tasks (document_id, unit_id);

-- Everything that happened to a task after it was given.
CREATE TABLE task_steps (
    id      TEXT   PRIMARY KEY,
    task_id TEXT   NOT NULL REFERENCES tasks (id),
    place   BIGINT NOT NULL,
    kind    TEXT   NOT NULL CHECK (kind IN ('assigned', 'progress', 'done', 'nothing', 'sent_back', 'extension_asked',
                                            'extended', 'extension_declined', 'handed_over')),
    at      BIGINT NOT NULL,
    done_by TEXT   NOT NULL,
    words   TEXT   NOT NULL,
    percent BIGINT,
    day     TEXT,
    person  TEXT,
    unit_id TEXT,
    CONSTRAINT steps_of_a_task_follow_one_another UNIQUE (task_id, place),
    CONSTRAINT a_task_is_given_to_a_person CHECK (kind <> 'assigned' OR person IS NOT NULL),
    CONSTRAINT a_later_day_is_named CHECK (kind NOT IN ('extension_asked', 'extended') OR day IS NOT NULL),
    CONSTRAINT what_is_sent_back_or_declined_has_a_reason
        CHECK (kind NOT IN ('sent_back', 'extension_declined', 'extension_asked') OR words <> '')
);

-- Photographs and scans that show that a task was done.
CREATE TABLE task_files (
    id        TEXT   PRIMARY KEY,
    task_id   TEXT   NOT NULL REFERENCES tasks (id),
    file_hash TEXT   NOT NULL,
    file_name TEXT   NOT NULL,
    file_type TEXT   NOT NULL,
    file_size BIGINT NOT NULL
);
CREATE INDEX task_files_by_task ON task_files (task_id);
