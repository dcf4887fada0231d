-- What waits to be confirmed waits in one place for every register.
DROP TABLE initiative_imports;
