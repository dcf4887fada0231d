-- When somebody on a list was written to that the invitation is signed.
ALTER TABLE meeting_invitees ADD COLUMN told_at BIGINT;
