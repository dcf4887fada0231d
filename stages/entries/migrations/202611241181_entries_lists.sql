-- The lists of an edition in their two orders, and what their figures are counted from.
CREATE INDEX entries_in_their_order ON entries (edition_id, (COALESCE(sequence, 1000000000)), begun_at, id);
CREATE INDEX entries_by_their_titles
    ON entries (edition_id, folded_title, (COALESCE(sequence, 1000000000)), begun_at, id);
CREATE INDEX entries_counted
    ON entries (edition_id, standing, unit_id, unit_name, category, submitted_at, owner_id, recorder_id);
