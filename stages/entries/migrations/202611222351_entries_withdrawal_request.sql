-- The hash of the scan of the authors' signed request, where staff took an entry back for them.
ALTER TABLE entries ADD COLUMN withdrawn_request TEXT;
