-- What asked for a report was taken back after the report had come: what was approved or waits stays as it is, what was
-- given back is asked no more, and nothing of it is on time for anybody. Letters recalled until now are told as well.
ALTER TABLE report_duties ADD COLUMN unasked_at BIGINT;
ALTER TABLE report_duties ADD COLUMN unasked_why TEXT;
UPDATE report_duties
   SET unasked_at = (SELECT r.at FROM letter_recalls r, sendings s
                      WHERE r.document_id = s.document_id AND s.id = report_duties.origin_id),
       unasked_why = (SELECT r.reason FROM letter_recalls r, sendings s
                       WHERE r.document_id = s.document_id AND s.id = report_duties.origin_id);
