-- After so many hours a mail that does not leave is told by telephone as well; 0 is never.
ALTER TABLE reminder_settings ADD COLUMN patience BIGINT NOT NULL DEFAULT 4
    CONSTRAINT a_mail_waits_three_days_at_most CHECK (patience BETWEEN 0 AND 72);
-- What was told so: the mail that waited, and the message to a telephone beside it.
CREATE TABLE reminders_second_way (
    first_message  TEXT   PRIMARY KEY,
    second_message TEXT   NOT NULL,
    at             BIGINT NOT NULL
);
