-- When a unit was written that it has not confirmed or not reported, so that it is not written twice
-- a day.
CREATE TABLE reminders (
    id         TEXT   PRIMARY KEY,
    sending_id TEXT   NOT NULL REFERENCES sendings (id),
    about      TEXT   NOT NULL CHECK (about IN ('confirmation', 'report')),
    at         BIGINT NOT NULL,
    sent_by    TEXT   NOT NULL,
    mails      BIGINT NOT NULL
);
CREATE INDEX reminders_by_sending ON reminders (sending_id, about, at);
