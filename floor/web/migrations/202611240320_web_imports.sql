-- A workbook that was read and waits to be confirmed, one place for every register. It may name persons, so it
-- goes when it is taken in, and within a day when it is not.
CREATE TABLE kept_imports (
    id       TEXT   PRIMARY KEY,
    register TEXT   NOT NULL,
    made_by  TEXT   NOT NULL,
    made_at  BIGINT NOT NULL,
    ground   TEXT   NOT NULL,
    lines    TEXT   NOT NULL
);
