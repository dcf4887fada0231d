-- A workbook that was read and waits to be confirmed. It holds names, so it goes when it is taken in, and
-- within a day when it is not.
CREATE TABLE initiative_imports (
    id      TEXT   PRIMARY KEY,
    unit_id TEXT   NOT NULL,
    made_by TEXT   NOT NULL,
    made_at BIGINT NOT NULL,
    lines   TEXT   NOT NULL
);
