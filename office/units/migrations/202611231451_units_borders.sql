-- Where a unit lies, from a day on: rings of points on a grid of 2000ths of a degree, as its file had them.
CREATE TABLE unit_borders (
    unit_id    TEXT   NOT NULL REFERENCES units (id),
    valid_from TEXT   NOT NULL,
    rings      TEXT   NOT NULL,
    source     TEXT   NOT NULL,
    loaded_at  BIGINT NOT NULL,
    PRIMARY KEY (unit_id, valid_from),
    CONSTRAINT a_border_has_a_ring CHECK (rings <> '')
);
CREATE INDEX unit_borders_by_day ON unit_borders (valid_from);
