-- Titles of what was received and of earlier editions' solutions, by their words: the syllables and the pairs of
-- neighbouring ones, without marks; and which titles are like which. Everything here can be made again.
CREATE TABLE kept_titles (
    number      BIGINT PRIMARY KEY,
    solution_id TEXT   NOT NULL UNIQUE,
    earlier     BIGINT NOT NULL CHECK (earlier IN (0, 1)),
    folded      TEXT   NOT NULL
);
CREATE TABLE title_words (
    word         TEXT   NOT NULL,
    title_number BIGINT NOT NULL,
    PRIMARY KEY (word, title_number)
);
CREATE INDEX title_words_by_title ON title_words (title_number);
CREATE TABLE title_likes (
    title_number BIGINT NOT NULL,
    other_number BIGINT NOT NULL,
    percent      BIGINT NOT NULL CHECK (percent BETWEEN 0 AND 100),
    PRIMARY KEY (title_number, other_number),
    CONSTRAINT no_title_is_like_itself CHECK (title_number <> other_number)
);
CREATE INDEX title_likes_by_other ON title_likes (other_number);
-- What came or changed since the words were taken.
CREATE TABLE waiting_titles (
    solution_id TEXT   PRIMARY KEY,
    earlier     BIGINT NOT NULL CHECK (earlier IN (0, 1))
);
INSERT INTO waiting_titles (solution_id, earlier) SELECT id, 0 FROM entries WHERE submitted_at IS NOT NULL;
INSERT INTO waiting_titles (solution_id, earlier) SELECT id, 1 FROM earlier_entries;
