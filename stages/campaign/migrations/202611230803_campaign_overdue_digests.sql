-- The mornings on which the agency's officers were told what is overdue: once a day and edition.
CREATE TABLE overdue_digests (
    edition_id TEXT   NOT NULL,
    day        TEXT   NOT NULL,
    told_at    BIGINT NOT NULL,
    mails      BIGINT NOT NULL,
    PRIMARY KEY (edition_id, day)
);
-- Where a unit's days can be read by a calendar program: an address that is secret, kept by its hash.
CREATE TABLE unit_feeds (
    unit_id     TEXT   PRIMARY KEY,
    secret_hash TEXT   NOT NULL UNIQUE,
    made_at     BIGINT NOT NULL,
    made_by     TEXT   NOT NULL
);
