-- Somebody of a unit who has a task of it and no account; a link of their own opens that task and nothing
-- else. The id stands where an account's would.
CREATE TABLE task_holders (
    id       TEXT   PRIMARY KEY,
    task_id  TEXT   NOT NULL REFERENCES tasks (id),
    name     TEXT   NOT NULL,
    email    TEXT   NOT NULL,
    phone    TEXT   NOT NULL,
    given_at BIGINT NOT NULL,
    given_by TEXT   NOT NULL
);
CREATE INDEX task_holders_by_task ON task_holders (task_id);

ALTER TABLE letter_links ADD COLUMN holder_id TEXT REFERENCES task_holders (id);
