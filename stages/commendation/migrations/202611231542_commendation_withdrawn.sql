-- A proposal that was taken back before anybody decided it, and why.
CREATE TABLE commendation_withdrawals (
    proposal_id  TEXT   PRIMARY KEY REFERENCES commendation_proposals (id),
    why          TEXT   NOT NULL,
    at           BIGINT NOT NULL,
    withdrawn_by TEXT   NOT NULL,
    CONSTRAINT whoever_withdraws_says_why CHECK (why <> '')
);
