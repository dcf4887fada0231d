-- The board counts every task of a letter, by unit and by what is asked; of a country's letter there are
-- 66,000. What it counts stands in these, so that no row of the table itself is read.
DROP INDEX tasks_by_document;
CREATE INDEX tasks_by_document_and_unit ON tasks (document_id, unit_id, state, due, called_off_at);
CREATE INDEX tasks_by_document_and_kind ON tasks (document_id, kind, title, state, called_off_at, due, place, unit_id);
