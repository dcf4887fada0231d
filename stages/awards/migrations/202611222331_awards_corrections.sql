-- What was recorded wrong and put right, as it stood before. A decision is corrected until a
-- certificate or the announcement rests on it.
ALTER TABLE award_proposals ADD COLUMN relied_on_at BIGINT;
CREATE TABLE award_settlement_corrections (
    id         TEXT   PRIMARY KEY,
    round_id   TEXT   NOT NULL,
    scope      TEXT   NOT NULL,
    place      BIGINT NOT NULL,
    entries    TEXT   NOT NULL,
    minutes    TEXT   NOT NULL,
    reason     TEXT   NOT NULL,
    ended_at   BIGINT NOT NULL,
    CONSTRAINT a_corrected_order_says_why CHECK (reason <> '')
);
CREATE TABLE award_decision_corrections (
    id          TEXT   PRIMARY KEY,
    edition_id  TEXT   NOT NULL REFERENCES award_proposals (edition_id),
    document_id TEXT   NOT NULL,
    number      TEXT   NOT NULL,
    day         TEXT   NOT NULL,
    file_hash   TEXT,
    print_hash  TEXT,
    reason      TEXT   NOT NULL,
    ended_at    BIGINT NOT NULL,
    CONSTRAINT a_corrected_decision_says_why CHECK (reason <> '')
);
