-- Counts of the pages of guided submissions that the central system may not have yet. Nothing in them is of
-- any one person.
CREATE TABLE measure_batch (
  id TEXT PRIMARY KEY,
  content TEXT NOT NULL
);
