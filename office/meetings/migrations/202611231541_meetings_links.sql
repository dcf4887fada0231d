-- Personal links by which somebody without an account reads and answers an invitation. Of each only the hash
-- of its word is kept. Whoever is taken off the list leaves links behind that open nothing.
CREATE TABLE meeting_links (
    id         TEXT   PRIMARY KEY,
    token_hash TEXT   NOT NULL,
    meeting_id TEXT   NOT NULL REFERENCES meetings (id),
    invitee_id TEXT   NOT NULL,
    made_at    BIGINT NOT NULL,
    revoked_at BIGINT,
    CONSTRAINT a_link_to_an_invitation_is_like_no_other UNIQUE (token_hash)
);
CREATE INDEX meeting_links_by_invitee ON meeting_links (invitee_id, made_at);
-- Where a unit or a guest without an account is written to.
ALTER TABLE meeting_invitees ADD COLUMN email TEXT NOT NULL DEFAULT '';
