-- How many mails leave a day and in which hours, each time as it was chosen: the newest holds. Of what was
-- chosen before nobody wrote down who and when.
CREATE TABLE mailing_paces (
    version    BIGINT PRIMARY KEY CHECK (version > 0),
    a_day      BIGINT NOT NULL CHECK (a_day > 0),
    first_hour BIGINT NOT NULL,
    end_hour   BIGINT NOT NULL,
    chosen_at  BIGINT,
    chosen_by  TEXT   REFERENCES accounts (id),
    CONSTRAINT mails_leave_in_some_hour CHECK (0 <= first_hour AND first_hour < end_hour AND end_hour <= 24),
    CONSTRAINT a_choice_of_pace_says_who_and_when CHECK ((chosen_at IS NULL) = (chosen_by IS NULL))
);
INSERT INTO mailing_paces (version, a_day, first_hour, end_hour)
SELECT 1, a_day, 7, 20 FROM mailing_settings;
DROP TABLE mailing_settings;
