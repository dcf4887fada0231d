-- Words of a report that is not approved go into the consolidated report only where the officer takes them.
CREATE TABLE report_texts_taken (
    duty_id TEXT   NOT NULL REFERENCES report_duties (id),
    version BIGINT NOT NULL,
    heading TEXT   NOT NULL,
    CONSTRAINT a_text_is_taken_once PRIMARY KEY (duty_id, version, heading)
);
