CREATE TABLE mailing_lists (
    id         TEXT   PRIMARY KEY,
    name       TEXT   NOT NULL CHECK (name <> ''),
    purpose    TEXT   NOT NULL,
    is_public  BIGINT NOT NULL CHECK (is_public IN (0, 1)),
    created_at BIGINT NOT NULL,
    version    BIGINT NOT NULL
);

-- Who is on a list. Of whoever asked to be forgotten stays the hash of the address alone.
CREATE TABLE mailing_readers (
    id              TEXT   PRIMARY KEY,
    list_id         TEXT   NOT NULL REFERENCES mailing_lists (id),
    address_hash    TEXT   NOT NULL,
    email           TEXT   NOT NULL,
    name            TEXT   NOT NULL,
    state           TEXT   NOT NULL,
    source          TEXT   NOT NULL,
    consent         TEXT   NOT NULL,
    consent_version TEXT   NOT NULL,
    consent_day     TEXT,
    joined_at       BIGINT NOT NULL,
    left_at         BIGINT,
    CONSTRAINT an_address_is_on_a_list_once UNIQUE (list_id, address_hash),
    CONSTRAINT a_reader_is_in_a_known_state CHECK (state IN ('joined', 'left', 'bounced', 'erased')),
    CONSTRAINT of_whoever_is_forgotten_only_the_hash_stays CHECK (state <> 'erased' OR (email = '' AND name = '' AND source = '')),
    CONSTRAINT whoever_is_written_to_agreed CHECK (state = 'erased' OR consent <> '' OR source <> ''),
    CONSTRAINT whoever_left_did_so_on_a_day CHECK ((state IN ('left', 'erased')) = (left_at IS NOT NULL))
);
CREATE INDEX mailing_readers_by_list ON mailing_readers (list_id, state, email);

-- Who asked to be put on a list and has not confirmed it yet: forgotten after three days.
CREATE TABLE mailing_joins (
    token_hash      TEXT   PRIMARY KEY,
    list_id         TEXT   NOT NULL REFERENCES mailing_lists (id),
    email           TEXT   NOT NULL,
    name            TEXT   NOT NULL,
    consent         TEXT   NOT NULL CHECK (consent <> ''),
    consent_version TEXT   NOT NULL,
    consent_day     TEXT   NOT NULL,
    made_at         BIGINT NOT NULL
);

-- The links by which one leaves: of each only its hash.
CREATE TABLE mailing_leave_links (
    token_hash TEXT   PRIMARY KEY,
    reader_id  TEXT   NOT NULL REFERENCES mailing_readers (id),
    made_at    BIGINT NOT NULL
);
CREATE INDEX mailing_leave_links_by_reader ON mailing_leave_links (reader_id);

-- From where people asked lately, as a hash, forgotten after an hour.
CREATE TABLE mailing_tries (
    source TEXT   NOT NULL,
    at     BIGINT NOT NULL
);
CREATE INDEX mailing_tries_by_source ON mailing_tries (source, at);
