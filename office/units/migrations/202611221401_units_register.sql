-- The key of an administrative unit is its code and its first day: the same code names another
-- unit on another date. Departments and schools have no code.
CREATE TABLE units (
    id         TEXT   PRIMARY KEY,
    code       TEXT,
    name       TEXT   NOT NULL,
    kind       TEXT   NOT NULL,
    level      TEXT   NOT NULL,
    parent_id  TEXT   REFERENCES units (id),
    valid_from TEXT,
    valid_to   TEXT,
    source     TEXT   NOT NULL,
    note       TEXT   NOT NULL,
    folded     TEXT   NOT NULL,
    CONSTRAINT a_unit_is_of_a_known_level CHECK (level IN
        ('province', 'district', 'commune', 'department', 'school', 'association', 'enterprise')),
    CONSTRAINT an_administrative_unit_has_a_code CHECK
        (code IS NOT NULL OR level NOT IN ('province', 'district', 'commune')),
    CONSTRAINT a_unit_ends_after_it_begins CHECK (valid_from <= valid_to)
);
CREATE UNIQUE INDEX one_unit_per_code_and_first_day ON units (code, COALESCE(valid_from, ''));
CREATE INDEX units_by_level ON units (level, folded);
CREATE INDEX units_by_parent ON units (parent_id);

-- A unit may be split and several may be merged, so both sides are many.
CREATE TABLE unit_successors (
    predecessor_id TEXT NOT NULL REFERENCES units (id),
    successor_id   TEXT NOT NULL REFERENCES units (id),
    extent         TEXT NOT NULL CHECK (extent IN ('whole', 'main', 'part')),
    source         TEXT NOT NULL,
    PRIMARY KEY (predecessor_id, successor_id),
    CONSTRAINT no_unit_succeeds_itself CHECK (predecessor_id <> successor_id)
);
CREATE INDEX unit_successors_by_successor ON unit_successors (successor_id);
