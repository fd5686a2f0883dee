-- What officers printed for somebody to sign, by the submission it becomes when they do. A submission that
-- says it was signed must be exactly one of these. Those that were never signed are of no harm.
CREATE TABLE signed_review (
    submission TEXT NOT NULL PRIMARY KEY,
    draft TEXT NOT NULL,
    opening INTEGER NOT NULL,
    content_sha256 TEXT NOT NULL,
    account TEXT NOT NULL REFERENCES staff (account),
    officer TEXT NOT NULL,
    printed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
