-- More time for one entry; the latest instant counts. The cause may be read by everybody, the reason may not.
CREATE TABLE entry_extensions (
    id         TEXT   PRIMARY KEY,
    entry_id   TEXT   NOT NULL REFERENCES entries (id),
    edition_id TEXT   NOT NULL,
    until      BIGINT NOT NULL,
    cause      TEXT   NOT NULL CHECK (cause IN ('network', 'disaster', 'illness', 'other')),
    reason     TEXT   NOT NULL,
    granted_by TEXT   NOT NULL,
    granted_at BIGINT NOT NULL
);
CREATE INDEX entry_extensions_by_entry ON entry_extensions (entry_id, until);
CREATE INDEX entry_extensions_by_edition ON entry_extensions (edition_id, granted_at);
