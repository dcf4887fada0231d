CREATE TABLE entries (
    id                TEXT   PRIMARY KEY,
    edition_id        TEXT   NOT NULL,
    standing          TEXT   NOT NULL
        CHECK (standing IN ('draft', 'submitted', 'returned', 'admitted', 'refused', 'withdrawn')),
    version           BIGINT NOT NULL,
    owner_id          TEXT,
    recorder_id       TEXT,
    title             TEXT,
    category          TEXT,
    entrant           TEXT   NOT NULL,
    organisation      TEXT,
    created_on        TEXT,
    unit_id           TEXT,
    unit_name         TEXT   NOT NULL,
    byline            TEXT   NOT NULL,
    folded            TEXT   NOT NULL,
    folded_title      TEXT   NOT NULL,
    number            TEXT,
    sequence          BIGINT,
    receipt_code      TEXT   UNIQUE,
    channel           TEXT,
    postmark          TEXT,
    dossier_hash      TEXT,
    submitted_at      BIGINT,
    supplemented_at   BIGINT,
    returned_at       BIGINT,
    returned_until    TEXT,
    reasons           TEXT   NOT NULL,
    withdrawn_at      BIGINT,
    withdrawn_reason  TEXT,
    origin_edition_id TEXT,
    origin_entry_id   TEXT,
    origin_number     TEXT,
    begun_at          BIGINT NOT NULL,
    changed_at        BIGINT NOT NULL,
    CONSTRAINT a_number_is_given_once_to_one_entry UNIQUE (edition_id, sequence),
    CONSTRAINT an_entry_is_promoted_once UNIQUE (edition_id, origin_entry_id),
    CONSTRAINT somebody_keeps_the_dossier
        CHECK (owner_id IS NOT NULL OR recorder_id IS NOT NULL OR origin_entry_id IS NOT NULL),
    CONSTRAINT a_receipt_is_whole CHECK (
        (submitted_at IS NULL) = (number IS NULL)
        AND (submitted_at IS NULL) = (sequence IS NULL)
        AND (submitted_at IS NULL) = (receipt_code IS NULL)
        AND (submitted_at IS NULL) = (channel IS NULL)
        AND (submitted_at IS NULL) = (dossier_hash IS NULL)),
    CONSTRAINT what_was_received_has_a_receipt
        CHECK (standing IN ('draft', 'withdrawn') OR submitted_at IS NOT NULL),
    CONSTRAINT a_draft_has_no_receipt CHECK (standing <> 'draft' OR submitted_at IS NULL),
    CONSTRAINT a_returned_entry_has_its_day
        CHECK (standing <> 'returned' OR (returned_at IS NOT NULL AND returned_until IS NOT NULL)),
    CONSTRAINT a_withdrawal_has_its_reason
        CHECK ((standing = 'withdrawn') = (withdrawn_at IS NOT NULL)
           AND (withdrawn_at IS NULL) = (withdrawn_reason IS NULL))
);
CREATE INDEX entries_by_edition ON entries (edition_id, standing, sequence);
CREATE INDEX entries_by_owner ON entries (owner_id);

CREATE TABLE entry_authors (
    id             TEXT   PRIMARY KEY,
    entry_id       TEXT   NOT NULL REFERENCES entries (id),
    place          BIGINT NOT NULL,
    account_id     TEXT,
    name           TEXT   NOT NULL,
    born           TEXT,
    workplace      TEXT   NOT NULL,
    unit_id        TEXT,
    share          BIGINT NOT NULL CHECK (share BETWEEN 0 AND 10000),
    representative BIGINT NOT NULL,
    confirmation   TEXT   NOT NULL CHECK (confirmation IN ('pending', 'in_app', 'on_form')),
    confirmed_at   BIGINT,
    email          TEXT   NOT NULL,
    phone          TEXT   NOT NULL,
    CONSTRAINT a_confirmation_has_its_instant CHECK ((confirmation = 'pending') = (confirmed_at IS NULL)),
    CONSTRAINT one_author_a_place UNIQUE (entry_id, place)
);
CREATE INDEX entry_authors_by_account ON entry_authors (account_id);

CREATE TABLE entry_parts (
    entry_id  TEXT   NOT NULL REFERENCES entries (id),
    kind      TEXT   NOT NULL CHECK (kind IN ('text', 'file', 'declaration')),
    code      TEXT   NOT NULL,
    body      TEXT,
    file_id   TEXT,
    file_name TEXT,
    bytes     BIGINT,
    sha256    TEXT,
    given_at  BIGINT NOT NULL,
    PRIMARY KEY (entry_id, code, kind),
    CONSTRAINT a_text_has_its_words CHECK ((kind = 'text') = (body IS NOT NULL)),
    CONSTRAINT a_file_has_its_hash CHECK (
        (kind = 'file') = (sha256 IS NOT NULL)
        AND (kind = 'file') = (file_id IS NOT NULL)
        AND (kind = 'file') = (file_name IS NOT NULL)
        AND (kind = 'file') = (bytes IS NOT NULL))
);

CREATE TABLE entry_counters (
    edition_id TEXT   PRIMARY KEY,
    last       BIGINT NOT NULL
);
