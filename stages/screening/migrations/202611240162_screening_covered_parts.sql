CREATE TABLE covered_parts (
    entry_id   TEXT   NOT NULL,
    part       TEXT   NOT NULL,
    given      TEXT   NOT NULL,
    copy_hash  TEXT   NOT NULL,
    bytes      BIGINT NOT NULL,
    places     BIGINT NOT NULL,
    covered_at BIGINT NOT NULL,
    covered_by TEXT   NOT NULL,
    PRIMARY KEY (entry_id, part, given),
    CONSTRAINT something_is_covered CHECK (places > 0)
);
