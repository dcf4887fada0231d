-- A draft that lies with the leader for signature (trình ký), since when.
ALTER TABLE documents ADD COLUMN put_forward_at BIGINT
    CONSTRAINT only_a_draft_waits_for_its_signature CHECK (put_forward_at IS NULL OR state = 'draft');
