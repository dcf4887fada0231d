-- What a document looked like when it was signed, by the hash under which the print is kept. Those
-- signed before this are printed from their text.
ALTER TABLE documents ADD COLUMN print_hash TEXT
    CONSTRAINT only_what_is_signed_has_its_print CHECK (print_hash IS NULL OR state = 'signed');
