-- The signed paper of a report is told from what is attached to it. Until now one box took both, so that nobody knows
-- which of the files of old is which: all of them are taken as signed, and what was approved with them stays approved.
ALTER TABLE report_files ADD COLUMN signed BIGINT NOT NULL DEFAULT 1
    CONSTRAINT a_file_is_the_signed_paper_or_is_not CHECK (signed IN (0, 1));
