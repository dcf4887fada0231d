-- A day that moves: when the meeting was to begin before, why it moved or was called off, whether it has no day
-- for now. What was answered for an earlier day is kept beside the answer.
ALTER TABLE meetings ADD COLUMN moved_from BIGINT;
ALTER TABLE meetings ADD COLUMN undated BIGINT NOT NULL DEFAULT 0;
ALTER TABLE meetings ADD COLUMN reason TEXT NOT NULL DEFAULT '';
ALTER TABLE meeting_invitees ADD COLUMN earlier_reply TEXT;
ALTER TABLE meeting_invitees ADD COLUMN earlier_words TEXT NOT NULL DEFAULT '';
