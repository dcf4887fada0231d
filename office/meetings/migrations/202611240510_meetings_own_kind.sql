-- What a meeting is called that is neither the committee's nor the launch nor the ceremony: a training, a briefing.
ALTER TABLE meetings ADD COLUMN own_kind TEXT NOT NULL DEFAULT '';
