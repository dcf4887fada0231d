-- The registration form as it was printed, under the code of what it says; and which print the stamped form
-- that came back shows.
CREATE TABLE entry_form_prints (
    entry_id   TEXT   NOT NULL REFERENCES entries (id),
    code       TEXT   NOT NULL,
    content    TEXT   NOT NULL,
    printed_at BIGINT NOT NULL,
    printed_by TEXT   NOT NULL,
    PRIMARY KEY (entry_id, code)
);
CREATE INDEX entry_form_prints_by_code ON entry_form_prints (code);
ALTER TABLE entry_parts ADD COLUMN shows TEXT;
