-- Decisions on which certificates rest already.
UPDATE award_proposals SET relied_on_at =
    (SELECT MIN(c.issued_at) FROM certificates c WHERE c.edition_id = award_proposals.edition_id)
 WHERE relied_on_at IS NULL;
