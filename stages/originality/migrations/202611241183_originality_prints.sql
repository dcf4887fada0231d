-- A dossier's rows out of the index alone: to look each of them up in the table cost more than the comparing.
DROP INDEX originality_prints_by_text;
CREATE INDEX originality_prints_of_text ON originality_prints (text_number, print);
