-- Place and result that an entry had in the contest below, where its rules let them be read above. The points
-- are hundredths.
CREATE TABLE entry_local_results (
    entry_id TEXT   PRIMARY KEY REFERENCES entries (id),
    place    BIGINT NOT NULL CHECK (place >= 1),
    points   BIGINT NOT NULL CHECK (points >= 0)
);
