-- Under which identifier a body sends and receives, and which type a kind is, where documents go from
-- system to system. The province gives both out; the operator fills them in.
CREATE TABLE exchange_bodies (
    edition_id TEXT   NOT NULL,
    place      BIGINT NOT NULL,
    name       TEXT   NOT NULL CONSTRAINT a_body_of_the_exchange_has_a_name CHECK (name <> ''),
    organ_id   TEXT   NOT NULL,
    PRIMARY KEY (edition_id, place)
);
CREATE TABLE exchange_types (
    edition_id TEXT   NOT NULL,
    kind       TEXT   NOT NULL,
    type       BIGINT NOT NULL CONSTRAINT a_type_is_a_small_number CHECK (type >= 0 AND type < 1000),
    PRIMARY KEY (edition_id, kind)
);
