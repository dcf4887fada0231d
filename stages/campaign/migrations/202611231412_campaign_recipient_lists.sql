-- Lists of units that an officer named once, to send to them again. Whether a unit still stands is asked on
-- the day of sending.
CREATE TABLE recipient_lists (
    id         TEXT   PRIMARY KEY,
    edition_id TEXT   NOT NULL,
    name       TEXT   NOT NULL CONSTRAINT a_list_of_recipients_has_a_name CHECK (name <> ''),
    folded     TEXT   NOT NULL,
    saved_at   BIGINT NOT NULL,
    saved_by   TEXT   NOT NULL,
    CONSTRAINT an_edition_names_a_list_once UNIQUE (edition_id, folded)
);
CREATE TABLE recipient_list_units (
    list_id TEXT NOT NULL REFERENCES recipient_lists (id),
    unit_id TEXT NOT NULL,
    PRIMARY KEY (list_id, unit_id)
);
