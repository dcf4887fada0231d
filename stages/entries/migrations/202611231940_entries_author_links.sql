-- Personal links by which an author without an account confirms the own share. The link itself is kept
-- nowhere, only its hash. The author's id is no reference: authors are written anew with every change.
CREATE TABLE author_links (
    id              TEXT   PRIMARY KEY,
    token_hash      TEXT   NOT NULL,
    entry_id        TEXT   NOT NULL REFERENCES entries (id),
    author_id       TEXT   NOT NULL,
    way             TEXT   NOT NULL CHECK (way IN ('mail', 'shown')),
    made_at         BIGINT NOT NULL,
    made_by         TEXT   NOT NULL,
    last_day        TEXT   NOT NULL,
    revoked_at      BIGINT,
    declined_at     BIGINT,
    declined_reason TEXT,
    CONSTRAINT an_author_s_link_is_like_no_other UNIQUE (token_hash),
    CONSTRAINT who_declines_says_why CHECK ((declined_at IS NULL) = (declined_reason IS NULL))
);
CREATE INDEX author_links_by_author ON author_links (author_id, made_at);

-- How an author confirmed: by which kind of link, or by the signature on a form whose scan is named.
CREATE TABLE author_confirmations (
    author_id    TEXT   PRIMARY KEY,
    entry_id     TEXT   NOT NULL REFERENCES entries (id),
    how          TEXT   NOT NULL CHECK (how IN ('mail', 'shown', 'form')),
    confirmed_at BIGINT NOT NULL,
    recorded_by  TEXT   NOT NULL,
    scan         TEXT,
    scan_name    TEXT,
    CONSTRAINT a_signature_names_its_scan CHECK (
        (how = 'form') = (scan IS NOT NULL) AND (scan IS NULL) = (scan_name IS NULL))
);
CREATE INDEX author_confirmations_by_entry ON author_confirmations (entry_id);
