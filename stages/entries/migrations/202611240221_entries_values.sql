-- What is written into the fields of a part, one row a field.
CREATE TABLE entry_values (
    entry_id TEXT NOT NULL REFERENCES entries (id),
    part     TEXT NOT NULL,
    field    TEXT NOT NULL,
    value    TEXT NOT NULL,
    PRIMARY KEY (entry_id, part, field)
);
