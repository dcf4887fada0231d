-- The day that a task had before it was given a later one, and the few extensions found without reading every step.
ALTER TABLE task_steps ADD COLUMN day_before TEXT;
CREATE INDEX task_steps_that_extend ON task_steps (task_id, place) WHERE kind = 'extended';
