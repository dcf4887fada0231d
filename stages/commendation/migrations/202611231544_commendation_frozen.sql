-- What each unit of a proposal had on its day, by criterion and piece by piece: its report of achievements is
-- printed from this, whatever is confirmed or taken back later.
CREATE TABLE commendation_scores (
    proposal_id TEXT   NOT NULL REFERENCES commendation_proposals (id),
    unit_id     TEXT   NOT NULL,
    criterion   TEXT   NOT NULL,
    many        BIGINT NOT NULL,
    for_one     BIGINT NOT NULL,
    points      BIGINT NOT NULL,
    cut         BIGINT NOT NULL,
    PRIMARY KEY (proposal_id, unit_id, criterion)
);
CREATE TABLE commendation_pieces (
    proposal_id TEXT   NOT NULL REFERENCES commendation_proposals (id),
    unit_id     TEXT   NOT NULL,
    seat        BIGINT NOT NULL,
    criterion   TEXT   NOT NULL,
    name        TEXT   NOT NULL,
    day         TEXT,
    PRIMARY KEY (proposal_id, unit_id, seat)
);
-- The code on the sheet of a unit that was honoured, by which anybody checks it.
ALTER TABLE commendation_lines ADD COLUMN code TEXT;
CREATE UNIQUE INDEX commendation_lines_by_code ON commendation_lines (code);
