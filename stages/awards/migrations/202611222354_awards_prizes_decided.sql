-- Editions whose prizes were decided before the column was there.
UPDATE editions SET prizes_decided_at = (SELECT p.decided_at FROM award_proposals p WHERE p.edition_id = editions.id);
