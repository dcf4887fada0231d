-- A package that somebody brought from another house: the file as it came, and whether its entries were taken in.
CREATE TABLE package_arrivals (
    id         TEXT   PRIMARY KEY,
    edition_id TEXT   NOT NULL,
    file_hash  TEXT   NOT NULL,
    manifest   TEXT   NOT NULL,
    sender     TEXT   NOT NULL,
    made_by    TEXT   NOT NULL,
    came_at    BIGINT NOT NULL,
    taken_at   BIGINT,
    CONSTRAINT a_package_comes_once UNIQUE (edition_id, manifest)
);
