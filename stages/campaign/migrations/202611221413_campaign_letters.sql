CREATE TABLE sendings (
    id              TEXT   PRIMARY KEY,
    document_id     TEXT   NOT NULL,
    edition_id      TEXT   NOT NULL,
    unit_id         TEXT   NOT NULL,
    sent_at         BIGINT NOT NULL,
    sent_by         TEXT   NOT NULL,
    opened_at       BIGINT,
    opened_by       TEXT,
    ack_at          BIGINT,
    ack_by          TEXT,
    ack_how         TEXT,
    ack_recorded_by TEXT,
    CONSTRAINT a_letter_goes_to_a_unit_once UNIQUE (document_id, unit_id),
    CONSTRAINT whoever_opened_it_has_a_time CHECK ((opened_at IS NULL) = (opened_by IS NULL)),
    CONSTRAINT a_confirmation_says_who_when_how CHECK (
        (ack_at IS NULL) = (ack_by IS NULL)
        AND (ack_at IS NULL) = (ack_how IS NULL)
        AND (ack_at IS NULL) = (ack_recorded_by IS NULL)
    )
);
CREATE INDEX sendings_by_edition ON sendings (edition_id, sent_at);
CREATE INDEX sendings_by_unit ON sendings (unit_id, sent_at);
CREATE TABLE tasks (
    id          TEXT   PRIMARY KEY,
    sending_id  TEXT   NOT NULL REFERENCES sendings (id),
    document_id TEXT   NOT NULL,
    edition_id  TEXT   NOT NULL,
    unit_id     TEXT   NOT NULL,
    kind        TEXT   NOT NULL,
    place       BIGINT NOT NULL,
    words       TEXT   NOT NULL,
    due         TEXT,
    state       TEXT   NOT NULL CHECK (state IN ('assigned', 'accepted', 'done', 'nothing')),
    at          BIGINT,
    answer      TEXT,
    CONSTRAINT a_task_that_moved_says_when CHECK ((state = 'assigned') = (at IS NULL)),
    CONSTRAINT an_answered_task_has_its_answer CHECK ((state IN ('done', 'nothing')) = (answer IS NOT NULL)),
    CONSTRAINT a_sending_gives_each_task_once UNIQUE (sending_id, kind)
);
CREATE INDEX tasks_by_edition ON tasks (edition_id, unit_id);
CREATE INDEX tasks_by_document ON tasks (document_id);
