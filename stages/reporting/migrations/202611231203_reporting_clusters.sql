-- Clusters into which an edition's units are put for its sums; a unit is in one at most.
CREATE TABLE report_clusters (
    edition_id TEXT NOT NULL,
    unit_id    TEXT NOT NULL,
    name       TEXT NOT NULL CHECK (name <> ''),
    CONSTRAINT a_unit_is_in_one_cluster PRIMARY KEY (edition_id, unit_id)
);
