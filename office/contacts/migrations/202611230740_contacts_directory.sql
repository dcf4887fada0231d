-- Whom one reaches in a unit: several persons, each for a time, one of them first.
CREATE TABLE contact_persons (
    id          TEXT   PRIMARY KEY,
    unit_id     TEXT   NOT NULL REFERENCES units (id),
    name        TEXT   NOT NULL,
    position    TEXT   NOT NULL,
    phone       TEXT   NOT NULL,
    email       TEXT   NOT NULL,
    zalo        TEXT   NOT NULL,
    address     TEXT   NOT NULL,
    main        BIGINT NOT NULL CHECK (main IN (0, 1)),
    valid_from  TEXT   NOT NULL,
    valid_to    TEXT,
    source      TEXT   NOT NULL,
    version     BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL,
    recorded_by TEXT   NOT NULL,
    CONSTRAINT a_contact_ends_after_it_begins CHECK (valid_from <= valid_to),
    CONSTRAINT a_contact_can_be_reached CHECK (phone <> '' OR email <> '' OR zalo <> '' OR address <> '')
);
CREATE INDEX contact_persons_by_unit ON contact_persons (unit_id, valid_from);

-- A file that was read and waits to be confirmed. It holds persons, so it goes when it is taken in,
-- and within a day when it is not.
CREATE TABLE contact_imports (
    id      TEXT   PRIMARY KEY,
    made_by TEXT   NOT NULL,
    made_at BIGINT NOT NULL,
    day     TEXT   NOT NULL,
    source  TEXT   NOT NULL,
    lines   TEXT   NOT NULL
);
