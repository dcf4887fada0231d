-- Reports that were approved without the signed paper that their form wants, and why.
CREATE TABLE report_exceptions (
    duty_id TEXT   NOT NULL REFERENCES report_duties (id),
    version BIGINT NOT NULL CHECK (version > 0),
    why     TEXT   NOT NULL CHECK (why <> ''),
    CONSTRAINT a_version_is_excepted_once PRIMARY KEY (duty_id, version)
);
