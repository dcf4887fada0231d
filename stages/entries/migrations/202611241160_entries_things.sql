-- Models, samples and devices of an entry, from the minutes of their hand-over to those of their return. The label on
-- a thing bears its code and nothing else; what judges read of it is said when somebody shows it to them.
CREATE TABLE entry_things (
    code             TEXT   PRIMARY KEY,
    entry_id         TEXT   NOT NULL REFERENCES entries (id),
    version          BIGINT NOT NULL,
    kind             TEXT   NOT NULL,
    name             TEXT   NOT NULL,
    pieces           BIGINT NOT NULL,
    received_as      TEXT   NOT NULL,
    handed_by        TEXT   NOT NULL,
    received_on      TEXT   NOT NULL,
    received_by      TEXT   NOT NULL REFERENCES accounts (id),
    received_by_name TEXT   NOT NULL,
    return_by        TEXT,
    place            TEXT   NOT NULL,
    damaged          BIGINT NOT NULL,
    state            TEXT   NOT NULL,
    returned_to      TEXT,
    returned_on      TEXT,
    returned_as      TEXT,
    returned_by_name TEXT,
    shown_as         TEXT,
    shown_photos     BIGINT NOT NULL,
    CONSTRAINT what_went_back_says_to_whom CHECK ((state = 'returned') = (returned_to IS NOT NULL)),
    CONSTRAINT what_went_back_says_when CHECK ((state = 'returned') = (returned_on IS NOT NULL)),
    CONSTRAINT some_pieces CHECK (pieces > 0)
);
CREATE INDEX entry_things_by_entry ON entry_things (entry_id, received_on, code);

-- What happened to each, one line a step.
CREATE TABLE entry_thing_steps (
    code    TEXT   NOT NULL REFERENCES entry_things (code),
    version BIGINT NOT NULL,
    step    TEXT   NOT NULL,
    words   TEXT   NOT NULL,
    at      BIGINT NOT NULL,
    made_by TEXT   NOT NULL REFERENCES accounts (id),
    PRIMARY KEY (code, version)
);

-- Its photographs at the hand-over, upright and without what a telephone notes beside a picture.
CREATE TABLE entry_thing_photos (
    code   TEXT   NOT NULL REFERENCES entry_things (code),
    place  BIGINT NOT NULL,
    photo_hash TEXT NOT NULL,
    agreed TEXT   NOT NULL,
    PRIMARY KEY (code, place)
);
