-- A plan may ask units to name whom they are reached by; everything else it assigns in its own words.
ALTER TABLE plan_lines ADD COLUMN kind TEXT NOT NULL DEFAULT 'other'
    CONSTRAINT a_plan_assigns_its_own_words_or_a_contact CHECK (kind IN ('other', 'name_contact'));
