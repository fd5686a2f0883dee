-- "Tôi đã chuyển" of a submission, until the central system was told: after the submission, and once by its key.
CREATE TABLE transfer_said (
  submission_id TEXT PRIMARY KEY REFERENCES submission (id) ON DELETE CASCADE,
  key TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_try_at INTEGER NOT NULL
);
