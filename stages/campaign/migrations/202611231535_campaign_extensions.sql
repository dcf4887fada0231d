-- The day that a task had before it was given a later one, and the few steps about later days found without
-- reading every task of a letter.
ALTER TABLE task_steps ADD COLUMN day_before TEXT;
CREATE INDEX task_steps_by_kind ON task_steps (kind, task_id, place);
