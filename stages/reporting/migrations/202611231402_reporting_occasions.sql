-- Duties of one occasion were asked together: by one letter, of many units.
ALTER TABLE report_duties ADD COLUMN occasion_id TEXT;
UPDATE report_duties SET occasion_id = (SELECT s.document_id FROM sendings s WHERE s.id = report_duties.origin_id);
-- The day on which a version arrived. Of older ones only the day of the first is known.
ALTER TABLE report_answers ADD COLUMN received TEXT;
-- What is left out are the words that were read: other words of the same unit are new.
ALTER TABLE report_texts_left_out ADD COLUMN version BIGINT NOT NULL DEFAULT 0;
UPDATE report_texts_left_out
   SET version = (SELECT q.version FROM report_duties q WHERE q.id = report_texts_left_out.duty_id);
