-- What a letter asked by mistake is called off with a reason; what was answered stays answered.
ALTER TABLE tasks ADD COLUMN called_off_at BIGINT;
ALTER TABLE tasks ADD COLUMN called_off_why TEXT
    CONSTRAINT only_an_open_task_is_called_off_with_its_reason CHECK (
        (called_off_why IS NULL) = (called_off_at IS NULL)
        AND (called_off_at IS NULL OR state IN ('assigned', 'accepted'))
    );
ALTER TABLE report_requests ADD COLUMN withdrawn_at BIGINT;
ALTER TABLE report_requests ADD COLUMN withdrawn_why TEXT
    CONSTRAINT only_a_report_that_waits_is_withdrawn_with_its_reason CHECK (
        (withdrawn_why IS NULL) = (withdrawn_at IS NULL)
        AND (withdrawn_at IS NULL OR version = 0)
    );
