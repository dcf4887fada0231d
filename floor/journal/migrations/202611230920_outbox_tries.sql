-- A message goes by mail or as a short message to a telephone; every try is kept with what came of it.
ALTER TABLE outbox ADD COLUMN channel TEXT NOT NULL DEFAULT 'mail'
    CONSTRAINT a_message_goes_by_mail_or_telephone CHECK (channel IN ('mail', 'short'));
ALTER TABLE outbox ADD COLUMN facts TEXT NOT NULL DEFAULT '{}';
ALTER TABLE outbox ADD COLUMN reason TEXT
    CONSTRAINT a_reason_is_one_of_the_known CHECK (reason IN
        ('address', 'refused', 'later', 'unreachable', 'secure', 'signin', 'answer'));
ALTER TABLE outbox ADD COLUMN settled_at BIGINT;
CREATE INDEX outbox_by_time ON outbox (at, id);
CREATE TABLE outbox_tries (
    mail   TEXT   NOT NULL REFERENCES outbox (id),
    number BIGINT NOT NULL,
    at     BIGINT NOT NULL,
    reason TEXT,
    words  TEXT,
    PRIMARY KEY (mail, number),
    CONSTRAINT what_did_not_go_says_why CHECK (words IS NULL OR reason IS NOT NULL)
);
-- A channel that takes nothing is left alone for a while; its messages wait.
CREATE TABLE outbox_channels (
    channel    TEXT   PRIMARY KEY CHECK (channel IN ('mail', 'short')),
    down_since BIGINT NOT NULL,
    failures   BIGINT NOT NULL,
    next_try   BIGINT NOT NULL,
    reason     TEXT   NOT NULL,
    words      TEXT   NOT NULL
);
