CREATE TABLE journal_lines (
    seq        BIGINT PRIMARY KEY,
    at         BIGINT NOT NULL,
    act        TEXT   NOT NULL,
    actor      TEXT   NOT NULL,
    acting_for TEXT,
    door       TEXT   NOT NULL,
    event      TEXT   NOT NULL,
    subject    TEXT   NOT NULL,
    facts      TEXT   NOT NULL,
    salt       BYTES  NOT NULL,
    leaf       BYTES  NOT NULL
);
CREATE INDEX journal_lines_by_subject ON journal_lines (subject, seq);
CREATE TABLE journal_tree (
    id       BIGINT PRIMARY KEY CHECK (id = 1),
    size     BIGINT NOT NULL,
    frontier BYTES  NOT NULL
);
INSERT INTO journal_tree (id, size, frontier) VALUES (1, 0, CAST('' AS BYTES));
CREATE TABLE outbox (
    id         TEXT   PRIMARY KEY,
    at         BIGINT NOT NULL,
    recipient  TEXT   NOT NULL,
    subject    TEXT   NOT NULL,
    body       TEXT   NOT NULL,
    state      TEXT   NOT NULL CHECK (state IN ('waiting', 'sent', 'kept', 'failed')),
    attempts   BIGINT NOT NULL DEFAULT 0,
    next_try   BIGINT NOT NULL,
    last_error TEXT
);
CREATE INDEX outbox_waiting ON outbox (state, next_try);
