-- Public holidays and worked Saturdays that the office wrote over those that ship with the program:
-- for the whole house (edition '') or for one edition's calendar.
CREATE TABLE special_days (
    edition_id  TEXT   NOT NULL,
    day         TEXT   NOT NULL,
    kind        TEXT   NOT NULL CHECK (kind IN ('off', 'working')),
    name        TEXT   NOT NULL,
    source      TEXT   NOT NULL,
    recorded_at BIGINT NOT NULL,
    recorded_by TEXT   NOT NULL,
    PRIMARY KEY (edition_id, day),
    CONSTRAINT a_special_day_has_a_name_and_a_paper CHECK (name <> '' AND source <> '')
);
