-- The tokens with which holders follow their submissions, and how often the digits that open the details
-- were wrong.
CREATE TABLE follow (
    token_sha256 TEXT NOT NULL PRIMARY KEY,
    submission TEXT NOT NULL REFERENCES submission (id),
    wrong INTEGER NOT NULL DEFAULT 0,
    locked_until INTEGER
) STRICT, WITHOUT ROWID;
CREATE INDEX follow_submission ON follow (submission);
