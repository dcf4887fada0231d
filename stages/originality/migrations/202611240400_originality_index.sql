-- Which dossiers were read for comparing, as which text; some of their rows of syllables; how alike two are.
-- Everything here can be made again from the dossiers.
CREATE TABLE originality_texts (
    entry_id   TEXT   PRIMARY KEY REFERENCES entries (id),
    edition_id TEXT   NOT NULL,
    family_id  TEXT   NOT NULL,
    number     BIGINT NOT NULL UNIQUE,
    mark       TEXT   NOT NULL,
    method     BIGINT NOT NULL,
    one_in     BIGINT NOT NULL CHECK (one_in >= 1),
    row_count  BIGINT NOT NULL CHECK (row_count >= 0),
    compared   BIGINT NOT NULL CHECK (compared IN (0, 1))
);
CREATE INDEX originality_texts_by_edition ON originality_texts (edition_id);
CREATE TABLE originality_prints (
    print       BIGINT NOT NULL,
    text_number BIGINT NOT NULL,
    PRIMARY KEY (print, text_number)
);
CREATE INDEX originality_prints_by_text ON originality_prints (text_number);
CREATE TABLE originality_pairs (
    entry_id TEXT   NOT NULL,
    other_id TEXT   NOT NULL,
    percent  BIGINT NOT NULL CHECK (percent BETWEEN 0 AND 100),
    PRIMARY KEY (entry_id, other_id),
    CONSTRAINT nothing_is_alike_to_itself CHECK (entry_id <> other_id)
);
CREATE INDEX originality_pairs_by_other ON originality_pairs (other_id);
