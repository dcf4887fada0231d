-- A committee meeting, the launch, the ceremony: who is asked to come, who came, what was said.
CREATE TABLE meetings (
    id             TEXT   PRIMARY KEY,
    edition_id     TEXT   NOT NULL REFERENCES editions (id),
    kind           TEXT   NOT NULL,
    title          TEXT   NOT NULL,
    place          TEXT   NOT NULL,
    starts_at      BIGINT NOT NULL,
    chair          TEXT   NOT NULL,
    secretary      TEXT   NOT NULL,
    quorum         TEXT   NOT NULL,
    agenda         TEXT   NOT NULL,
    state          TEXT   NOT NULL,
    ended_at       BIGINT,
    proceedings    TEXT   NOT NULL,
    conclusions    TEXT   NOT NULL,
    dissent        TEXT   NOT NULL,
    invitation_id  TEXT   REFERENCES documents (id),
    minutes_id     TEXT   REFERENCES documents (id),
    notice_id      TEXT   REFERENCES documents (id),
    created_at     BIGINT NOT NULL,
    version        BIGINT NOT NULL,
    CONSTRAINT a_meeting_is_of_a_known_kind CHECK (kind IN ('committee', 'launch', 'ceremony')),
    CONSTRAINT a_meeting_has_a_known_quorum CHECK (quorum IN ('anybody', 'half', 'two_thirds')),
    CONSTRAINT a_meeting_is_in_a_known_state CHECK (state IN ('planned', 'held', 'called_off')),
    CONSTRAINT a_meeting_that_was_held_has_an_end CHECK ((state = 'held') = (ended_at IS NOT NULL)),
    CONSTRAINT a_meeting_ends_after_it_begins CHECK (ended_at >= starts_at)
);
CREATE INDEX meetings_by_edition ON meetings (edition_id, starts_at);

CREATE TABLE meeting_invitees (
    id          TEXT   PRIMARY KEY,
    meeting_id  TEXT   NOT NULL REFERENCES meetings (id),
    place       BIGINT NOT NULL,
    account_id  TEXT   REFERENCES accounts (id),
    unit_id     TEXT   REFERENCES units (id),
    name        TEXT   NOT NULL,
    member      BIGINT NOT NULL CHECK (member IN (0, 1)),
    reply       TEXT,
    reply_words TEXT   NOT NULL,
    replied_at  BIGINT,
    recorded    BIGINT NOT NULL CHECK (recorded IN (0, 1)),
    present     BIGINT CHECK (present IN (0, 1)),
    CONSTRAINT an_invitee_is_a_person_a_unit_or_a_name CHECK
        ((account_id IS NULL OR unit_id IS NULL) AND (account_id IS NOT NULL OR unit_id IS NOT NULL OR name <> '')),
    CONSTRAINT a_reply_is_a_known_one CHECK (reply IN ('comes', 'excused', 'sends')),
    CONSTRAINT a_reply_has_its_time CHECK ((reply IS NULL) = (replied_at IS NULL)),
    CONSTRAINT whoever_stays_away_says_why CHECK (reply IS NULL OR reply = 'comes' OR reply_words <> '')
);
CREATE INDEX meeting_invitees_by_meeting ON meeting_invitees (meeting_id, place);
CREATE INDEX meeting_invitees_by_account ON meeting_invitees (account_id);
CREATE INDEX meeting_invitees_by_unit ON meeting_invitees (unit_id);

CREATE TABLE meeting_papers (
    meeting_id  TEXT   NOT NULL REFERENCES meetings (id),
    document_id TEXT   NOT NULL REFERENCES documents (id),
    PRIMARY KEY (meeting_id, document_id)
);

-- Who does what by when, as concluded.
CREATE TABLE meeting_duties (
    meeting_id  TEXT   NOT NULL REFERENCES meetings (id),
    place       BIGINT NOT NULL,
    who         TEXT   NOT NULL,
    what        TEXT   NOT NULL,
    due         TEXT,
    PRIMARY KEY (meeting_id, place)
);

-- Prizes whose winners did not come to the stage, and when they got theirs.
CREATE TABLE meeting_calls (
    meeting_id  TEXT   NOT NULL REFERENCES meetings (id),
    award_id    TEXT   NOT NULL,
    absent      BIGINT NOT NULL CHECK (absent IN (0, 1)),
    handed_on   TEXT,
    handed_to   TEXT   NOT NULL,
    PRIMARY KEY (meeting_id, award_id),
    CONSTRAINT what_was_handed_over_has_its_receiver CHECK ((handed_on IS NULL) = (handed_to = ''))
);
