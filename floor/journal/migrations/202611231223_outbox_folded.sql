-- Recipient and subject without marks and capitals, by which a message is found; of older ones the capitals only.
ALTER TABLE outbox ADD COLUMN folded TEXT NOT NULL DEFAULT '';
UPDATE outbox SET folded = LOWER(recipient || ' ' || subject);
CREATE INDEX outbox_by_state ON outbox (state, at, id);
