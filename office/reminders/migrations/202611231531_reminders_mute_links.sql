-- By which whoever has no account says that they want no reminders: of each only its hash. The person is an
-- account or a line of the directory.
CREATE TABLE reminders_mute_links (
    token_hash TEXT   PRIMARY KEY,
    person_id  TEXT   NOT NULL,
    made_at    BIGINT NOT NULL
);
CREATE INDEX reminders_mute_links_by_time ON reminders_mute_links (made_at);
