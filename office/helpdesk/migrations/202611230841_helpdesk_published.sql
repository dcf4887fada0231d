-- What everybody may read: an edited question and answer without personal data.
CREATE TABLE helpdesk_published (
    id           TEXT   PRIMARY KEY,
    edition_id   TEXT   NOT NULL REFERENCES editions (id),
    question_id  TEXT   REFERENCES helpdesk_questions (id),
    category     TEXT   NOT NULL CHECK (category <> ''),
    place        BIGINT NOT NULL,
    question     TEXT   NOT NULL CHECK (question <> ''),
    answer       TEXT   NOT NULL CHECK (answer <> ''),
    folded       TEXT   NOT NULL,
    published_at BIGINT NOT NULL,
    withdrawn_at BIGINT,
    version      BIGINT NOT NULL
);
CREATE INDEX helpdesk_published_by_edition ON helpdesk_published (edition_id, place);
