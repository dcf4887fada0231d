-- The other papers of a proposal: the minutes of whoever weighed it, the decision that is drafted for it.
CREATE TABLE commendation_papers (
    proposal_id TEXT NOT NULL REFERENCES commendation_proposals (id),
    paper       TEXT NOT NULL,
    document_id TEXT NOT NULL,
    PRIMARY KEY (proposal_id, paper),
    CONSTRAINT a_proposal_has_papers_of_a_known_kind CHECK (paper IN ('minutes', 'decision'))
);
-- The list of the paper that was signed is the order of the sheets that are printed by it.
ALTER TABLE commendation_lines ADD COLUMN seat BIGINT NOT NULL DEFAULT 0;
