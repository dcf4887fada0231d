-- Names of communes repeat: which unit of the register a body is, by its code, where the operator says it.
ALTER TABLE exchange_bodies ADD COLUMN unit_code TEXT NOT NULL DEFAULT '';
