CREATE TABLE mailings (
    id         TEXT   PRIMARY KEY,
    list_id    TEXT   NOT NULL REFERENCES mailing_lists (id),
    subject    TEXT   NOT NULL CHECK (subject <> ''),
    body       TEXT   NOT NULL CHECK (body <> ''),
    state      TEXT   NOT NULL,
    created_at BIGINT NOT NULL,
    created_by TEXT   NOT NULL REFERENCES accounts (id),
    started_at BIGINT,
    version    BIGINT NOT NULL,
    CONSTRAINT a_mailing_is_in_a_known_state CHECK (state IN ('draft', 'going', 'paused', 'stopped', 'done')),
    CONSTRAINT what_left_began_at_some_time CHECK ((state = 'draft') = (started_at IS NULL))
);

-- One mailing for one address, and what became of it.
CREATE TABLE mailing_deliveries (
    mailing_id TEXT   NOT NULL REFERENCES mailings (id),
    reader_id  TEXT   NOT NULL REFERENCES mailing_readers (id),
    outcome    TEXT   NOT NULL,
    message_id TEXT,
    posted_at  BIGINT,
    posted_day TEXT,
    words      TEXT   NOT NULL,
    PRIMARY KEY (mailing_id, reader_id),
    CONSTRAINT a_delivery_came_to_a_known_end CHECK (outcome IN ('waiting', 'posted', 'sent', 'kept', 'refused', 'bounced', 'left', 'stopped')),
    CONSTRAINT what_was_posted_has_its_message CHECK ((message_id IS NULL) = (posted_day IS NULL))
);
CREATE INDEX mailing_deliveries_by_outcome ON mailing_deliveries (outcome, mailing_id);
CREATE INDEX mailing_deliveries_by_day ON mailing_deliveries (posted_day);
CREATE INDEX mailing_deliveries_by_reader ON mailing_deliveries (reader_id);

CREATE TABLE mailing_settings (
    id    BIGINT PRIMARY KEY CHECK (id = 1),
    a_day BIGINT NOT NULL CONSTRAINT a_day_takes_some_mails CHECK (a_day > 0)
);
