-- Personal links by which a unit without an account answers. The link itself is kept nowhere: only
-- the hash of its random part.
CREATE TABLE letter_links (
    id         TEXT   PRIMARY KEY,
    token_hash TEXT   NOT NULL,
    sending_id TEXT   NOT NULL REFERENCES sendings (id),
    contact_id TEXT,
    way        TEXT   NOT NULL CHECK (way IN ('mail', 'slip', 'shown')),
    made_at    BIGINT NOT NULL,
    made_by    TEXT   NOT NULL,
    last_day   TEXT   NOT NULL,
    opened_at  BIGINT,
    revoked_at BIGINT,
    CONSTRAINT a_link_is_like_no_other UNIQUE (token_hash)
);
CREATE INDEX letter_links_by_sending ON letter_links (sending_id, made_at);

-- To which addresses a letter's mails went, so that what became of them is seen beside the unit.
CREATE TABLE letter_mails (
    id         TEXT   PRIMARY KEY,
    sending_id TEXT   NOT NULL REFERENCES sendings (id),
    recipient  TEXT   NOT NULL,
    subject    TEXT   NOT NULL,
    at         BIGINT NOT NULL
);
CREATE INDEX letter_mails_by_sending ON letter_mails (sending_id, at);

-- How an answer came that nobody signed in for: who said it, on which day, with its scan.
CREATE TABLE answers_from_elsewhere (
    id          TEXT   PRIMARY KEY,
    sending_id  TEXT   NOT NULL REFERENCES sendings (id),
    about       TEXT   NOT NULL,
    how         TEXT   NOT NULL,
    by_name     TEXT   NOT NULL,
    position    TEXT   NOT NULL,
    day         TEXT   NOT NULL,
    recorded_at BIGINT NOT NULL,
    recorded_by TEXT   NOT NULL,
    file_hash   TEXT,
    file_name   TEXT,
    file_type   TEXT,
    file_size   BIGINT,
    CONSTRAINT an_answer_has_one_origin UNIQUE (sending_id, about),
    CONSTRAINT a_scan_of_an_answer_is_named_and_typed CHECK (
        (file_hash IS NULL) = (file_name IS NULL)
        AND (file_hash IS NULL) = (file_type IS NULL)
        AND (file_hash IS NULL) = (file_size IS NULL)
    )
);
