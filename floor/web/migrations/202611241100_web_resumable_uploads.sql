-- Files that arrive in pieces: who began each, for what, how many bytes it will have, how many of them are surely on
-- the disk, and until when it is waited for. The bytes themselves lie in the files' folder under its id.
CREATE TABLE resumable_uploads (
    id         TEXT   PRIMARY KEY,
    target     TEXT   NOT NULL,
    made_by    TEXT   NOT NULL,
    made_at    BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    bytes      BIGINT NOT NULL,
    arrived    BIGINT NOT NULL,
    metadata   TEXT   NOT NULL,
    CONSTRAINT no_more_arrived_than_was_announced CHECK (arrived BETWEEN 0 AND bytes)
);
CREATE INDEX resumable_uploads_by_maker ON resumable_uploads (made_by, made_at);
CREATE INDEX resumable_uploads_by_end ON resumable_uploads (expires_at);
