CREATE TABLE file_texts (
    sha256     TEXT   PRIMARY KEY,
    pages      BIGINT NOT NULL,
    blank      BIGINT NOT NULL,
    recognised BIGINT NOT NULL CHECK (recognised IN (0, 1)),
    read_at    BIGINT NOT NULL,
    body       TEXT   NOT NULL,
    CONSTRAINT no_more_pages_are_blank_than_there_are CHECK (blank >= 0 AND blank <= pages)
);
CREATE INDEX file_texts_to_be_recognised ON file_texts (recognised, read_at);
