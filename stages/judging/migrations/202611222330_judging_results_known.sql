-- Last rounds that were opened before the edition kept when its results became known. Which round
-- is the last stands in the rules that the round froze.
UPDATE editions SET results_known_at = (
    SELECT MIN(r.opened_at) FROM rounds r
     WHERE r.edition_id = editions.id AND r.state = 'opened'
       AND r.marking LIKE '%"rounds":[%{"code":"' || r.code || '",%}],"openers":%'
       AND r.marking NOT LIKE '%"rounds":[%{"code":"' || r.code || '",%},{"code":%}],"openers":%')
 WHERE results_known_at IS NULL;
