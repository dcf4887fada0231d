-- A later day for one unit's report is a recorded act: asked for, granted or declined, taken back. The day that all are
-- asked by stays known beside the one that a unit was granted.
CREATE TABLE report_extensions (
    duty_id    TEXT   NOT NULL REFERENCES report_duties (id),
    place      BIGINT NOT NULL CHECK (place > 0),
    kind       TEXT   NOT NULL CHECK (kind IN ('asked', 'granted', 'declined', 'withdrawn')),
    day        TEXT,
    day_before TEXT,
    words      TEXT   NOT NULL,
    at         BIGINT NOT NULL,
    done_by    TEXT   NOT NULL,
    CONSTRAINT steps_about_a_later_day_follow_one_another PRIMARY KEY (duty_id, place),
    CONSTRAINT a_later_day_is_named CHECK ((kind IN ('asked', 'granted')) = (day IS NOT NULL)),
    CONSTRAINT a_granted_day_has_one_before CHECK ((kind = 'granted') = (day_before IS NOT NULL)),
    CONSTRAINT what_is_asked_or_declined_has_a_reason CHECK (kind NOT IN ('asked', 'declined') OR words <> '')
);
ALTER TABLE report_duties ADD COLUMN asked_due TEXT;
