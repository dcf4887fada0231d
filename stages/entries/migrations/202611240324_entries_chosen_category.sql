-- The authors' own category, where screening moved the entry: category is the one by which it counts. Empty where
-- they chose none.
ALTER TABLE entries ADD COLUMN chosen_category TEXT;
