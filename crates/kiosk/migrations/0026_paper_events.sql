-- What happened to papers beside their first print, until the central system was told. Nothing of a person is
-- in it.
CREATE TABLE paper_event (
  id TEXT PRIMARY KEY,
  event TEXT NOT NULL
);
