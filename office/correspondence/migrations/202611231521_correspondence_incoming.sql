-- What came to the agency, with the number and day of its arrival: one series for each body and year. A
-- document that bears its own number and is not here was issued before the program, or is only cited.
CREATE TABLE incoming_documents (
    document_id TEXT   PRIMARY KEY REFERENCES documents (id),
    body_key    TEXT   NOT NULL,
    year        BIGINT NOT NULL,
    number      BIGINT NOT NULL CONSTRAINT arrivals_are_counted_from_one CHECK (number >= 1),
    day         TEXT   NOT NULL,
    at          BIGINT NOT NULL
);
CREATE UNIQUE INDEX a_number_of_arrival_is_given_once ON incoming_documents (body_key, year, number);
