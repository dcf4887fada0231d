-- Who answers questions about an edition, and when.
CREATE TABLE helpdesk_desks (
    id         TEXT   PRIMARY KEY,
    edition_id TEXT   NOT NULL REFERENCES editions (id),
    name       TEXT   NOT NULL,
    about      TEXT   NOT NULL,
    days       TEXT   NOT NULL,
    hours      TEXT   NOT NULL,
    created_at BIGINT NOT NULL,
    ended_at   BIGINT,
    version    BIGINT NOT NULL,
    CONSTRAINT a_desk_has_a_name CHECK (name <> ''),
    CONSTRAINT a_desk_is_open_on_some_day CHECK (days <> '')
);
CREATE INDEX helpdesk_desks_by_edition ON helpdesk_desks (edition_id, created_at);

CREATE TABLE helpdesk_members (
    id          TEXT   PRIMARY KEY,
    desk_id     TEXT   NOT NULL REFERENCES helpdesk_desks (id),
    account_id  TEXT   NOT NULL REFERENCES accounts (id),
    post        TEXT   NOT NULL,
    phone       TEXT   NOT NULL,
    deputy      BIGINT NOT NULL CHECK (deputy IN (0, 1)),
    from_day    TEXT   NOT NULL,
    to_day      TEXT,
    absent_from TEXT,
    absent_to   TEXT,
    CONSTRAINT a_member_ends_after_beginning CHECK (from_day <= to_day),
    CONSTRAINT an_absence_has_both_its_days CHECK ((absent_from IS NULL) = (absent_to IS NULL)),
    CONSTRAINT an_absence_ends_after_it_begins CHECK (absent_from <= absent_to)
);
CREATE INDEX helpdesk_members_by_desk ON helpdesk_members (desk_id);

-- A question's words stand in its messages, the first of them the question itself. Whoever is signed
-- in is known by the account alone; only a stranger's name and reach are kept here.
CREATE TABLE helpdesk_questions (
    id            TEXT   PRIMARY KEY,
    edition_id    TEXT   NOT NULL REFERENCES editions (id),
    number        BIGINT NOT NULL,
    desk_id       TEXT   REFERENCES helpdesk_desks (id),
    assignee_id   TEXT   REFERENCES accounts (id),
    state         TEXT   NOT NULL,
    channel       TEXT   NOT NULL,
    asker_id      TEXT   REFERENCES accounts (id),
    asker_name    TEXT   NOT NULL,
    asker_email   TEXT   NOT NULL,
    asker_phone   TEXT   NOT NULL,
    asker_unit    TEXT   NOT NULL,
    consent_at    BIGINT,
    asked_at      BIGINT NOT NULL,
    waiting_since BIGINT,
    words         TEXT   NOT NULL,
    folded        TEXT   NOT NULL,
    version       BIGINT NOT NULL,
    CONSTRAINT a_question_has_a_number_of_its_own UNIQUE (edition_id, number),
    CONSTRAINT a_question_is_in_a_known_state CHECK (state IN ('new', 'in_hand', 'answered', 'closed')),
    CONSTRAINT a_question_came_in_a_known_way CHECK (channel IN ('account', 'portal', 'telephone', 'chat', 'visit')),
    CONSTRAINT a_question_waits_until_it_is_answered CHECK ((state IN ('new', 'in_hand')) = (waiting_since IS NOT NULL)),
    CONSTRAINT somebody_signed_in_is_known_by_the_account CHECK ((channel = 'account') = (asker_id IS NOT NULL)),
    CONSTRAINT a_stranger_s_name_is_kept_with_consent CHECK (channel <> 'portal' OR consent_at IS NOT NULL)
);
CREATE INDEX helpdesk_questions_by_wait ON helpdesk_questions (edition_id, waiting_since);
CREATE INDEX helpdesk_questions_by_asker ON helpdesk_questions (asker_id, asked_at);

CREATE TABLE helpdesk_messages (
    question_id TEXT   NOT NULL REFERENCES helpdesk_questions (id),
    seq         BIGINT NOT NULL,
    at          BIGINT NOT NULL,
    office      BIGINT NOT NULL CHECK (office IN (0, 1)),
    account_id  TEXT   REFERENCES accounts (id),
    words       TEXT   NOT NULL CHECK (words <> ''),
    PRIMARY KEY (question_id, seq),
    CONSTRAINT an_answer_has_its_author CHECK (office = 0 OR account_id IS NOT NULL)
);

-- The personal links of a question: of each only its hash.
CREATE TABLE helpdesk_links (
    token_hash  TEXT   PRIMARY KEY,
    question_id TEXT   NOT NULL REFERENCES helpdesk_questions (id),
    made_at     BIGINT NOT NULL
);

-- From where questions came lately, as a hash, forgotten after an hour.
CREATE TABLE helpdesk_tries (
    source TEXT   NOT NULL,
    at     BIGINT NOT NULL
);
CREATE INDEX helpdesk_tries_by_source ON helpdesk_tries (source, at);
