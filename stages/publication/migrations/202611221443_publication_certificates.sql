-- The register of certificates (*sổ cấp giấy chứng nhận*). What a certificate says is kept as it
-- was printed; the code is chance, and whoever has it has held the sheet. Every edition has
-- a register of its own, because its committee issues; numbers begin again each year.
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
    CONSTRAINT an_author_has_one_certificate_of_an_award UNIQUE (award_id, author_id),
    CONSTRAINT a_number_stands_once_in_the_register UNIQUE (edition_id, register_year, register_number),
    CONSTRAINT a_void_certificate_says_why CHECK ((revoked_at IS NULL) = (revoked_reason IS NULL))
);
