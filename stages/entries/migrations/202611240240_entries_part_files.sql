CREATE TABLE entry_part_files (
    entry_id    TEXT   NOT NULL REFERENCES entries (id),
    file_id     TEXT   NOT NULL,
    code        TEXT   NOT NULL,
    file_name   TEXT   NOT NULL,
    bytes       BIGINT NOT NULL,
    sha256      TEXT   NOT NULL,
    version     BIGINT NOT NULL,
    given_at    BIGINT NOT NULL,
    given_by    TEXT,
    received_at BIGINT,
    agreed      TEXT,
    PRIMARY KEY (entry_id, file_id)
);
CREATE INDEX entry_part_files_by_part ON entry_part_files (entry_id, code);

CREATE TABLE entry_photographs (
    entry_id  TEXT   NOT NULL,
    file_id   TEXT   NOT NULL,
    place     BIGINT NOT NULL,
    file_name TEXT   NOT NULL,
    bytes     BIGINT NOT NULL,
    original  TEXT   NOT NULL,
    PRIMARY KEY (entry_id, file_id, place),
    CONSTRAINT a_photograph_is_of_a_file
        FOREIGN KEY (entry_id, file_id) REFERENCES entry_part_files (entry_id, file_id)
);

INSERT INTO entry_part_files (entry_id, file_id, code, file_name, bytes, sha256, version, given_at, received_at)
SELECT p.entry_id, p.file_id, p.code, p.file_name, p.bytes, p.sha256, e.version, p.given_at,
       CASE WHEN e.standing = 'returned' THEN NULL ELSE e.submitted_at END
  FROM entry_parts p JOIN entries e ON e.id = p.entry_id
 WHERE p.kind = 'file';
