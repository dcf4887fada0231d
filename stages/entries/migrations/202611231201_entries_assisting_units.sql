-- Units that helped with an entry which another unit sends, by the names of the day they were named.
CREATE TABLE entry_assisting_units (
    entry_id  TEXT NOT NULL REFERENCES entries (id),
    unit_id   TEXT NOT NULL,
    unit_name TEXT NOT NULL,
    CONSTRAINT a_unit_helps_with_an_entry_once PRIMARY KEY (entry_id, unit_id)
);
CREATE INDEX entry_assisting_units_by_unit ON entry_assisting_units (unit_id);
