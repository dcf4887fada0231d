-- What a house chose; without a row it is as usual.
CREATE TABLE reminder_settings (
    id          BIGINT PRIMARY KEY CHECK (id = 1),
    quiet_from  BIGINT NOT NULL CHECK (quiet_from BETWEEN 0 AND 23),
    quiet_to    BIGINT NOT NULL CHECK (quiet_to BETWEEN 0 AND 23),
    digest_hour BIGINT NOT NULL CHECK (digest_hour BETWEEN 0 AND 23),
    version     BIGINT NOT NULL,
    changed_at  BIGINT NOT NULL,
    changed_by  TEXT   NOT NULL
);
CREATE TABLE reminder_kinds (
    kind  TEXT   PRIMARY KEY,
    is_on BIGINT NOT NULL CHECK (is_on IN (0, 1)),
    days  TEXT   NOT NULL
);
-- Who does not want the daily mail.
CREATE TABLE reminders_muted (
    account_id TEXT   PRIMARY KEY,
    at         BIGINT NOT NULL
);
-- What was told to whom. It names the thing and its day and nothing that stands in it.
CREATE TABLE reminders_told (
    id         TEXT   PRIMARY KEY,
    at         BIGINT NOT NULL,
    account_id TEXT   NOT NULL,
    role       TEXT   NOT NULL,
    unit_id    TEXT,
    kind       TEXT   NOT NULL,
    about      TEXT   NOT NULL,
    day        TEXT   NOT NULL,
    point      TEXT   NOT NULL,
    channel    TEXT   NOT NULL CHECK (channel IN ('mail', 'short', 'none')),
    message_id TEXT,
    CONSTRAINT a_point_is_told_to_a_person_once UNIQUE (account_id, kind, about, day, point),
    CONSTRAINT what_was_sent_names_its_message CHECK ((channel = 'none') = (message_id IS NULL))
);
CREATE INDEX reminders_told_by_time ON reminders_told (at, id);
CREATE INDEX reminders_told_by_kind ON reminders_told (kind, at);
