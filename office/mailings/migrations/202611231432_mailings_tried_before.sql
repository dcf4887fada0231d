-- What was posted to an address before the same mailing was sent there once more. The day's number goes on
-- counting it; of whoever is forgotten no word of a server stays here either.
CREATE TABLE mailing_tried_before (
    message_id TEXT   PRIMARY KEY,
    mailing_id TEXT   NOT NULL REFERENCES mailings (id),
    reader_id  TEXT   NOT NULL REFERENCES mailing_readers (id),
    posted_at  BIGINT NOT NULL,
    posted_day TEXT   NOT NULL,
    words      TEXT   NOT NULL
);
CREATE INDEX mailing_tried_before_by_delivery ON mailing_tried_before (mailing_id, reader_id);
CREATE INDEX mailing_tried_before_by_reader ON mailing_tried_before (reader_id);
CREATE INDEX mailing_tried_before_by_day ON mailing_tried_before (posted_day);
