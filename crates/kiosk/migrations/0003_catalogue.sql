-- The catalogue as the central system last told it, so that it can be searched without the network.
CREATE TABLE catalogue (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  edition TEXT NOT NULL,
  revision INTEGER NOT NULL
);
CREATE TABLE catalogue_entry (
  code TEXT PRIMARY KEY,
  procedure TEXT NOT NULL
) WITHOUT ROWID;
