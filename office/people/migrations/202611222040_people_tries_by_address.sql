-- Wrong tries count for the address that they come from: nobody locks somebody else out.
ALTER TABLE sign_in_failures ADD COLUMN address TEXT NOT NULL DEFAULT '';
