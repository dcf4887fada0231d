-- Parts that whoever writes the dossier keeps secret: which, why, since when and by whom. What the rules keep secret
-- stands in the rule book; who opened a part stands in the journal.
CREATE TABLE entry_secret_parts (
    entry_id  TEXT   NOT NULL REFERENCES entries (id),
    part      TEXT   NOT NULL,
    reason    TEXT   NOT NULL,
    marked_at BIGINT NOT NULL,
    marked_by TEXT   NOT NULL,
    PRIMARY KEY (entry_id, part),
    CONSTRAINT what_is_secret_says_why CHECK (reason <> '')
);
