-- To whom a document's package goes, by the identifiers that are set, where an officer chose. As long as
-- nobody chose, those of its addressees receive it whose identifiers are known.
CREATE TABLE exchange_receivers (
    document_id TEXT   NOT NULL REFERENCES documents (id),
    place       BIGINT NOT NULL,
    organ_id    TEXT   NOT NULL CONSTRAINT a_receiver_has_an_identifier CHECK (organ_id <> ''),
    PRIMARY KEY (document_id, place)
);
