-- A unit takes its wish for a later day back: one more kind of step of a task.
CREATE TABLE all_steps_of_tasks (
    id         TEXT   PRIMARY KEY,
    task_id    TEXT   NOT NULL REFERENCES tasks (id),
    place      BIGINT NOT NULL,
    kind       TEXT   NOT NULL CHECK (kind IN ('assigned', 'progress', 'done', 'nothing', 'sent_back', 'extension_asked',
                                               'extended', 'extension_declined', 'extension_withdrawn', 'due_changed',
                                               'handed_over')),
    at         BIGINT NOT NULL,
    done_by    TEXT   NOT NULL,
    words      TEXT   NOT NULL,
    percent    BIGINT,
    day        TEXT,
    person     TEXT,
    unit_id    TEXT,
    day_before TEXT,
    CONSTRAINT no_two_steps_of_a_task_have_one_place UNIQUE (task_id, place),
    CONSTRAINT a_task_is_given_to_a_person CHECK (kind <> 'assigned' OR person IS NOT NULL),
    CONSTRAINT a_later_day_is_named CHECK (kind NOT IN ('extension_asked', 'extended') OR day IS NOT NULL),
    CONSTRAINT what_is_sent_back_or_declined_has_a_reason
        CHECK (kind NOT IN ('sent_back', 'extension_declined', 'extension_asked') OR words <> '')
);
INSERT INTO all_steps_of_tasks (id, task_id, place, kind, at, done_by, words, percent, day, person, unit_id, day_before)
    SELECT id, task_id, place, kind, at, done_by, words, percent, day, person, unit_id, day_before FROM task_steps;
DROP TABLE task_steps;
ALTER TABLE all_steps_of_tasks RENAME TO task_steps;
CREATE INDEX task_steps_by_kind ON task_steps (kind, task_id, place);
