-- Answers to what officers asked for lie with the submissions until the central system has them: several for
-- one code, each with its request. The tables are made anew, as the code is unique for submissions alone.
CREATE TABLE new_submission (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('saved', 'sent', 'refused')),
  wrapped_key BLOB,
  content BLOB,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_try_at INTEGER NOT NULL,
  problem TEXT,
  received_at INTEGER,
  follow_sha256 TEXT,
  supplement TEXT
);
INSERT INTO new_submission
  (id, code, made_at, state, wrapped_key, content, attempts, next_try_at, problem, received_at, follow_sha256)
  SELECT id, code, made_at, state, wrapped_key, content, attempts, next_try_at, problem, received_at, follow_sha256
  FROM submission;

CREATE TABLE new_submission_file (
  submission_id TEXT NOT NULL REFERENCES new_submission (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  evidence TEXT NOT NULL,
  media_type TEXT NOT NULL,
  pages INTEGER NOT NULL,
  size INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  upload_key TEXT NOT NULL,
  content BLOB NOT NULL,
  PRIMARY KEY (submission_id, position)
);
INSERT INTO new_submission_file
  (submission_id, position, evidence, media_type, pages, size, sha256, upload_key, content)
  SELECT submission_id, position, evidence, media_type, pages, size, sha256, upload_key, content
  FROM submission_file;

-- The files go first: with the submissions they would be deleted.
DROP TABLE submission_file;
DROP TABLE submission;
ALTER TABLE new_submission RENAME TO submission;
ALTER TABLE new_submission_file RENAME TO submission_file;

CREATE INDEX submission_to_send ON submission (next_try_at) WHERE state = 'saved';
CREATE UNIQUE INDEX submission_code ON submission (code) WHERE supplement IS NULL;
