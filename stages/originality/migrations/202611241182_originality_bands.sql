-- From how much on two dossiers are shown as alike, where an edition sets it for itself.
CREATE TABLE originality_bands (
    edition_id TEXT   PRIMARY KEY,
    alike      BIGINT NOT NULL,
    very_alike BIGINT NOT NULL,
    set_at     BIGINT NOT NULL,
    set_by     TEXT   NOT NULL,
    CONSTRAINT what_is_very_alike_is_alike CHECK (alike >= 20 AND very_alike >= alike AND very_alike <= 100)
);
