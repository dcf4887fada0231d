-- What units recorded before the agency looked at every piece counted as it was; it goes on counting. Nobody
-- looked at it: it is accepted by rule, under the number of no account. What was changed since waits.
UPDATE publicity_items
   SET state = 'confirmed',
       checked_at = (SELECT at FROM migrations WHERE name = '202611230900_campaign_publicity_checked'),
       checked_by = '00000000-0000-0000-0000-000000000000'
 WHERE state = 'waiting'
   AND version = 1
   AND recorded_at < (SELECT at FROM migrations WHERE name = '202611230900_campaign_publicity_checked')
