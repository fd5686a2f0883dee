-- What a citizen handed over and the central system may not have yet. Personal content is sealed
-- under a key of its own, which is wrapped by the device's key: without the row there is no key.
CREATE TABLE submission (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  made_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('saved', 'sent', 'refused')),
  wrapped_key BLOB,
  content BLOB,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_try_at INTEGER NOT NULL,
  problem TEXT,
  received_at INTEGER
);
CREATE INDEX submission_to_send ON submission (next_try_at) WHERE state = 'saved';

CREATE TABLE submission_file (
  submission_id TEXT NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
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
