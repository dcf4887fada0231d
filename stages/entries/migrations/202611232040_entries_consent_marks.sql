-- What is public of the winners is remembered until a consent to be named is given or taken back; every visitor
-- asks whether one was.
CREATE INDEX author_consents_by_kind ON author_consents (kind, withdrawn_at);
