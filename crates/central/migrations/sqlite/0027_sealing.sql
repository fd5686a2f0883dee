-- The key of each submission and each file, wrapped by the server's key. Deleting one is deleting what it opens.
CREATE TABLE sealed_key (
    subject TEXT NOT NULL PRIMARY KEY,
    wrapped BLOB NOT NULL,
    made_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What tells the server's key from another one.
CREATE TABLE vault (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    check_value TEXT NOT NULL
) STRICT;

-- Files from before are sealed by the server when it starts, and so is what people wrote: a trigger cannot
-- tell sealing from editing, the hash of the content can.
ALTER TABLE file ADD COLUMN sealed INTEGER NOT NULL DEFAULT 0;
DROP TRIGGER submission_is_kept;
CREATE TRIGGER submission_is_kept
BEFORE UPDATE OF id, code, device, procedure, received_at, content_sha256 ON submission
BEGIN
    SELECT RAISE (ABORT, 'what was submitted is never edited');
END;
DROP TRIGGER supplement_is_kept;
CREATE TRIGGER supplement_is_kept BEFORE UPDATE OF id, submission, at, account, officer ON supplement
BEGIN
    SELECT RAISE (ABORT, 'what was asked is never edited');
END;
DROP TRIGGER supplement_answer_is_kept;
CREATE TRIGGER supplement_answer_is_kept
BEFORE UPDATE OF id, supplement, device, received_at, content_sha256 ON supplement_answer
BEGIN
    SELECT RAISE (ABORT, 'what was sent is never edited');
END;
