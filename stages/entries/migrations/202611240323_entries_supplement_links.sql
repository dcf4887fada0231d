-- Personal links by which an author without an account completes a dossier that was given back. The link itself
-- is kept nowhere, only its hash. The author's id is no reference: authors are written anew with every change.
CREATE TABLE supplement_links (
    id         TEXT   PRIMARY KEY,
    token_hash TEXT   NOT NULL,
    entry_id   TEXT   NOT NULL REFERENCES entries (id),
    author_id  TEXT   NOT NULL,
    way        TEXT   NOT NULL CHECK (way IN ('mail', 'shown')),
    made_at    BIGINT NOT NULL,
    made_by    TEXT   NOT NULL,
    last_day   TEXT   NOT NULL,
    revoked_at BIGINT,
    CONSTRAINT a_supplement_s_link_is_like_no_other UNIQUE (token_hash)
);
CREATE INDEX supplement_links_by_entry ON supplement_links (entry_id, made_at);

-- What it was given back for: the parts that such a link opens, and when each came by it.
CREATE TABLE supplement_parts (
    entry_id TEXT   NOT NULL REFERENCES entries (id),
    code     TEXT   NOT NULL,
    given_at BIGINT,
    PRIMARY KEY (entry_id, code)
);
