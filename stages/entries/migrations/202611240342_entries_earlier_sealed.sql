-- What a contest below sent up before it corrected it: each copy as it came, under its hash, by the version of the
-- entry that put another in its place.
CREATE TABLE entry_earlier_sealed_copies (
    entry_id  TEXT   NOT NULL REFERENCES entries (id),
    version   BIGINT NOT NULL,
    sealed_as TEXT   NOT NULL,
    content   TEXT   NOT NULL,
    CONSTRAINT one_copy_a_correction PRIMARY KEY (entry_id, version)
);
