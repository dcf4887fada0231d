CREATE TABLE accounts (
    id            TEXT   PRIMARY KEY,
    login         TEXT   NOT NULL UNIQUE,
    name          TEXT   NOT NULL,
    email         TEXT   NOT NULL,
    phone         TEXT   NOT NULL,
    unit_id       TEXT,
    password_hash TEXT   NOT NULL,
    created_at    BIGINT NOT NULL,
    disabled_at   BIGINT
);
CREATE TABLE grants (
    id         TEXT   PRIMARY KEY,
    account_id TEXT   NOT NULL REFERENCES accounts (id),
    role       TEXT   NOT NULL,
    scope      TEXT   NOT NULL CHECK (scope IN ('whole', 'unit', 'edition')),
    scope_id   TEXT,
    from_day   TEXT   NOT NULL,
    to_day     TEXT,
    deputy     BIGINT NOT NULL,
    CONSTRAINT a_scope_names_its_thing CHECK ((scope = 'whole') = (scope_id IS NULL))
);
CREATE INDEX grants_by_account ON grants (account_id);
CREATE INDEX grants_by_scope ON grants (scope_id, role);
CREATE TABLE sessions (
    token_hash TEXT   PRIMARY KEY,
    account_id TEXT   NOT NULL REFERENCES accounts (id),
    opened_at  BIGINT NOT NULL,
    ends_at    BIGINT NOT NULL
);
CREATE TABLE sign_in_failures (
    login TEXT   NOT NULL,
    at    BIGINT NOT NULL
);
CREATE INDEX sign_in_failures_by_login ON sign_in_failures (login, at);
