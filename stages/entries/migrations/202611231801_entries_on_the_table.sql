-- A dossier on paper that was entered later than it lay on the table: when it lay there, and why so late.
ALTER TABLE entries ADD COLUMN on_table_at BIGINT;
ALTER TABLE entries ADD COLUMN on_table_because TEXT
    CONSTRAINT what_lay_on_the_table_says_why CHECK ((on_table_at IS NULL) = (on_table_because IS NULL));
