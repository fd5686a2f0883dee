-- Wrong digits by the request they were tried for: too many lock it for a while.
CREATE TABLE supplement_try (
    supplement TEXT NOT NULL PRIMARY KEY REFERENCES supplement (id),
    wrong INTEGER NOT NULL DEFAULT 0,
    locked_until INTEGER
) STRICT, WITHOUT ROWID;

-- Who showed at which device that a request is theirs to answer. The device made the secret, of which only
-- the hash is here; it is good for one answer.
CREATE TABLE supplement_proof (
    proof_sha256 TEXT NOT NULL PRIMARY KEY,
    supplement TEXT NOT NULL REFERENCES supplement (id),
    device TEXT NOT NULL,
    at INTEGER NOT NULL,
    answer TEXT
) STRICT, WITHOUT ROWID;

-- What applicants sent in answer: parts of their submissions, never submissions of their own.
CREATE TABLE supplement_answer (
    id TEXT NOT NULL PRIMARY KEY,
    supplement TEXT NOT NULL REFERENCES supplement (id),
    device TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    content_sha256 TEXT NOT NULL,
    content TEXT NOT NULL
) STRICT;
CREATE INDEX supplement_answer_of ON supplement_answer (supplement, received_at);
CREATE TRIGGER supplement_answer_is_kept BEFORE UPDATE ON supplement_answer
BEGIN
    SELECT RAISE (ABORT, 'what was sent is never edited');
END;

CREATE TABLE supplement_answer_file (
    answer TEXT NOT NULL REFERENCES supplement_answer (id),
    file TEXT NOT NULL REFERENCES file (id),
    PRIMARY KEY (answer, file)
) STRICT, WITHOUT ROWID;
CREATE INDEX supplement_answer_file_of ON supplement_answer_file (file);
