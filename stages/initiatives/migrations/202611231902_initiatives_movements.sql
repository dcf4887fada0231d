-- A movement with its days, and how many initiatives each unit is asked for in them.
CREATE TABLE movements (
    id          TEXT   PRIMARY KEY,
    name        TEXT   NOT NULL,
    begins      TEXT   NOT NULL,
    ends        TEXT   NOT NULL,
    launched_at BIGINT NOT NULL,
    launched_by TEXT   NOT NULL,
    CONSTRAINT a_movement_ends_after_it_begins CHECK (begins <= ends)
);
CREATE TABLE movement_targets (
    movement_id TEXT   NOT NULL REFERENCES movements (id),
    unit_id     TEXT   NOT NULL REFERENCES units (id),
    target      BIGINT NOT NULL CHECK (target >= 0),
    PRIMARY KEY (movement_id, unit_id)
);
CREATE INDEX movement_targets_by_unit ON movement_targets (unit_id);
