-- What a person decided against the rule by which entries are chosen to go up, and why.
CREATE TABLE promotion_overrides (
    edition_id TEXT   NOT NULL,
    entry_id   TEXT   NOT NULL,
    decided    TEXT   NOT NULL CHECK (decided IN ('in', 'out')),
    reason     TEXT   NOT NULL CHECK (reason <> ''),
    decided_at BIGINT NOT NULL,
    CONSTRAINT an_entry_s_choice_is_changed_once PRIMARY KEY (edition_id, entry_id)
);
