-- That a package was sent in the province's document system: when, by the word of the officer who noted it. What
-- was only made reached nobody yet.
CREATE TABLE letter_packages_sent (
    package_id TEXT   PRIMARY KEY REFERENCES letter_packages (id),
    sent_at    BIGINT NOT NULL,
    noted_at   BIGINT NOT NULL,
    noted_by   TEXT   NOT NULL
);
