-- Another day that is asked of all units of a letter is a step of each task, beside those that one unit was granted.
CREATE TABLE steps_of_tasks (
    id         TEXT   PRIMARY KEY,
    task_id    TEXT   NOT NULL REFERENCES tasks (id),
    place      BIGINT NOT NULL,
    kind       TEXT   NOT NULL CHECK (kind IN ('assigned', 'progress', 'done', 'nothing', 'sent_back', 'extension_asked',
                                               'extended', 'extension_declined', 'due_changed', 'handed_over')),
    at         BIGINT NOT NULL,
    done_by    TEXT   NOT NULL,
    words      TEXT   NOT NULL,
    percent    BIGINT,
    day        TEXT,
    person     TEXT,
    unit_id    TEXT,
    day_before TEXT,
    CONSTRAINT each_step_of_a_task_has_its_place UNIQUE (task_id, place),
    CONSTRAINT a_task_is_given_to_a_person CHECK (kind <> 'assigned' OR person IS NOT NULL),
    CONSTRAINT a_later_day_is_named CHECK (kind NOT IN ('extension_asked', 'extended') OR day IS NOT NULL),
    CONSTRAINT what_is_sent_back_or_declined_has_a_reason
        CHECK (kind NOT IN ('sent_back', 'extension_declined', 'extension_asked') OR words <> '')
);
INSERT INTO steps_of_tasks (id, task_id, place, kind, at, done_by, words, percent, day, person, unit_id, day_before)
    SELECT id, task_id, place, kind, at, done_by, words, percent, day, person, unit_id, day_before FROM task_steps;
DROP TABLE task_steps;
ALTER TABLE steps_of_tasks RENAME TO task_steps;
CREATE INDEX task_steps_by_kind ON task_steps (kind, task_id, place);
