-- The journal of prints: what kind of paper, when, and how it ended; nothing of whom or of what was on it. A row
-- that never ended is of a run that was cut off.
CREATE TABLE print_job (
  id TEXT PRIMARY KEY,
  paper TEXT NOT NULL,
  reprint INTEGER NOT NULL CHECK (reprint IN (0, 1)),
  state TEXT NOT NULL CHECK (state IN ('queued', 'sent', 'printed', 'failed', 'unknown')),
  cause TEXT,
  queued_at INTEGER NOT NULL,
  sent_at INTEGER,
  ended_at INTEGER
);
CREATE INDEX print_job_queued_at ON print_job (queued_at);
CREATE INDEX print_job_not_ended ON print_job (queued_at) WHERE state IN ('queued', 'sent');
