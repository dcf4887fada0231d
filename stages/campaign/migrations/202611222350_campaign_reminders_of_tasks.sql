-- A letter that asks for tasks and no report is reminded of its tasks.
CREATE TABLE reminders_of_all (
    id         TEXT   PRIMARY KEY,
    sending_id TEXT   NOT NULL REFERENCES sendings (id),
    about      TEXT   NOT NULL CHECK (about IN ('confirmation', 'tasks', 'report')),
    at         BIGINT NOT NULL,
    sent_by    TEXT   NOT NULL,
    mails      BIGINT NOT NULL
);
INSERT INTO reminders_of_all (id, sending_id, about, at, sent_by, mails)
    SELECT id, sending_id, about, at, sent_by, mails FROM reminders;
DROP TABLE reminders;
ALTER TABLE reminders_of_all RENAME TO reminders;
CREATE INDEX reminders_by_sending ON reminders (sending_id, about, at);
