CREATE TABLE file_verdicts (
    file       TEXT   PRIMARY KEY,
    verdict    TEXT   NOT NULL CHECK (verdict IN ('clean', 'infected', 'not_scanned')),
    told       TEXT   NOT NULL,
    scanned_at BIGINT NOT NULL,
    tries      BIGINT NOT NULL,
    CONSTRAINT what_was_found_has_its_name CHECK (verdict <> 'infected' OR told <> '')
);
