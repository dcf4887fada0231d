-- A certificate that was void for a slip can be issued anew: the new line names the one it replaces,
-- and an author holds one that counts. SQLite takes no constraint away, so the table is made anew.
CREATE TABLE certificates_before AS SELECT * FROM certificates;
DROP TABLE certificates;
CREATE TABLE certificates (
    id               TEXT   PRIMARY KEY,
    edition_id       TEXT   NOT NULL,
    award_id         TEXT   NOT NULL,
    author_id        TEXT   NOT NULL,
    document_id      TEXT   NOT NULL,
    register_number  BIGINT NOT NULL CHECK (register_number >= 1),
    register_year    BIGINT NOT NULL,
    code             TEXT   NOT NULL UNIQUE,
    name             TEXT   NOT NULL,
    unit_name        TEXT   NOT NULL,
    title            TEXT   NOT NULL,
    category_name    TEXT   NOT NULL,
    prize            TEXT   NOT NULL,
    wording          TEXT   NOT NULL,
    contest          TEXT   NOT NULL,
    decision         TEXT   NOT NULL,
    decided_on       TEXT   NOT NULL,
    issuer           TEXT   NOT NULL,
    issued_at        BIGINT NOT NULL,
    version          BIGINT NOT NULL,
    revoked_at       BIGINT,
    revoked_reason   TEXT,
    replaces         TEXT,
    CONSTRAINT a_certificate_is_replaced_once UNIQUE (replaces),
    CONSTRAINT a_number_stands_once_in_the_register UNIQUE (edition_id, register_year, register_number),
    CONSTRAINT a_void_certificate_says_why CHECK ((revoked_at IS NULL) = (revoked_reason IS NULL))
);
INSERT INTO certificates (id, edition_id, award_id, author_id, document_id, register_number, register_year, code,
                          name, unit_name, title, category_name, prize, wording, contest, decision, decided_on,
                          issuer, issued_at, version, revoked_at, revoked_reason)
    SELECT id, edition_id, award_id, author_id, document_id, register_number, register_year, code, name, unit_name,
           title, category_name, prize, wording, contest, decision, decided_on, issuer, issued_at, version,
           revoked_at, revoked_reason
      FROM certificates_before;
DROP TABLE certificates_before;
CREATE UNIQUE INDEX an_author_has_one_certificate_that_counts ON certificates (award_id, author_id)
    WHERE revoked_at IS NULL;
