-- The dossier below as it was received there, to the letter and under its hash, beside the entry that it
-- became above: category and number differ there, this copy does not.
CREATE TABLE entry_sealed_copies (
    entry_id     TEXT PRIMARY KEY REFERENCES entries (id),
    dossier_hash TEXT NOT NULL,
    content      TEXT NOT NULL
);
