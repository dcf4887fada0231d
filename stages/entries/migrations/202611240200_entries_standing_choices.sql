-- An author's standing choice: the draft submits itself when the intake ends, if nothing is missing then. For
-- which closing its writer was told beforehand what it lacks, and at which one it lacked something.
CREATE TABLE entry_standing_choices (
    entry_id   TEXT   PRIMARY KEY REFERENCES entries (id),
    chosen_by  TEXT   NOT NULL,
    chosen_at  BIGINT NOT NULL,
    warned_for BIGINT,
    missed_at  BIGINT
);
