CREATE TABLE screening_conflicts (
    entry_id    TEXT   NOT NULL,
    account_id  TEXT   NOT NULL,
    declared_at BIGINT NOT NULL,
    PRIMARY KEY (entry_id, account_id)
);
