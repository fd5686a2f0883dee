-- The key of each submission and each file, wrapped by the server's key. Deleting one is deleting what it opens.
CREATE TABLE sealed_key (
    subject TEXT NOT NULL PRIMARY KEY,
    wrapped BYTEA NOT NULL,
    made_at BIGINT NOT NULL
);

-- What tells the server's key from another one.
CREATE TABLE vault (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    check_value TEXT NOT NULL
);

-- A trigger cannot tell sealing from editing, the hash of the content can.
ALTER TABLE file ADD COLUMN sealed BOOLEAN NOT NULL DEFAULT FALSE;
DROP TRIGGER submission_is_kept ON submission;
CREATE TRIGGER submission_is_kept
BEFORE UPDATE OF id, code, device, procedure, received_at, content_sha256 ON submission
FOR EACH ROW EXECUTE FUNCTION is_kept();
DROP TRIGGER supplement_is_kept ON supplement;
CREATE TRIGGER supplement_is_kept BEFORE UPDATE OF id, submission, at, account, officer ON supplement
FOR EACH ROW EXECUTE FUNCTION is_kept();
DROP TRIGGER supplement_answer_is_kept ON supplement_answer;
CREATE TRIGGER supplement_answer_is_kept
BEFORE UPDATE OF id, supplement, device, received_at, content_sha256 ON supplement_answer
FOR EACH ROW EXECUTE FUNCTION is_kept();
