-- Which winners were asked, how many months after the announcement; personal links by which they answer, of which
-- only the hash is kept; and what they said last.
CREATE TABLE aftercare_asks (
    id         TEXT   PRIMARY KEY,
    edition_id TEXT   NOT NULL,
    entry_id   TEXT   NOT NULL REFERENCES entries (id),
    months     BIGINT NOT NULL,
    asked_at   BIGINT NOT NULL,
    CONSTRAINT a_winner_is_asked_once_at_a_time UNIQUE (entry_id, months)
);
CREATE INDEX aftercare_asks_by_edition ON aftercare_asks (edition_id, months);
CREATE TABLE aftercare_links (
    id         TEXT   PRIMARY KEY,
    token_hash TEXT   NOT NULL,
    ask_id     TEXT   NOT NULL REFERENCES aftercare_asks (id),
    way        TEXT   NOT NULL CHECK (way IN ('mail', 'shown')),
    made_at    BIGINT NOT NULL,
    made_by    TEXT,
    last_day   TEXT   NOT NULL,
    revoked_at BIGINT,
    CONSTRAINT a_winner_s_link_is_like_no_other UNIQUE (token_hash)
);
CREATE INDEX aftercare_links_by_ask ON aftercare_links (ask_id, made_at);
CREATE TABLE aftercare_replies (
    ask_id      TEXT   PRIMARY KEY REFERENCES aftercare_asks (id),
    used        TEXT   NOT NULL CHECK (used IN ('in_use', 'stopped', 'not_yet')),
    place       TEXT   NOT NULL,
    since_year  BIGINT,
    since_month BIGINT CHECK (since_month BETWEEN 1 AND 12),
    money       BIGINT CHECK (money >= 0),
    money_year  BIGINT,
    others      TEXT   NOT NULL,
    remarks     TEXT   NOT NULL,
    may_publish BIGINT NOT NULL CHECK (may_publish IN (0, 1)),
    file_hash   TEXT,
    file_name   TEXT,
    file_type   TEXT,
    file_size   BIGINT,
    how         TEXT   NOT NULL CHECK (how IN ('account', 'link', 'telephone', 'paper', 'mail', 'visit')),
    came_on     TEXT   NOT NULL,
    replied_at  BIGINT NOT NULL,
    replied_by  TEXT   NOT NULL,
    version     BIGINT NOT NULL,
    CONSTRAINT money_is_of_a_year CHECK ((money IS NULL) = (money_year IS NULL)),
    CONSTRAINT what_was_never_used_brought_nothing CHECK (used <> 'not_yet' OR money IS NULL),
    CONSTRAINT a_file_has_hash_name_type_and_size CHECK (
        (file_hash IS NULL) = (file_name IS NULL)
        AND (file_hash IS NULL) = (file_type IS NULL)
        AND (file_hash IS NULL) = (file_size IS NULL)
    )
);
-- After how many months the house asks; none where the usual one and three years were never changed.
CREATE TABLE aftercare_settings (
    id         BIGINT PRIMARY KEY CHECK (id = 1),
    months     TEXT   NOT NULL,
    version    BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    changed_by TEXT   NOT NULL
);
