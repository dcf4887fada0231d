-- What waits to be confirmed waits in one place for every register.
DROP TABLE contact_imports;
