-- What citizens have not submitted yet, sealed under keys that only their owners' proofs unwrap, until the
-- central system has it. `pushed`: the revision it has.
CREATE TABLE draft (
  id TEXT PRIMARY KEY,
  found_by TEXT NOT NULL UNIQUE,
  opening INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  pushed INTEGER NOT NULL DEFAULT -1,
  procedure TEXT NOT NULL,
  form_version INTEGER NOT NULL,
  proofs TEXT NOT NULL,
  content BLOB NOT NULL,
  files TEXT NOT NULL,
  changes TEXT NOT NULL,
  saved_at INTEGER NOT NULL
);

CREATE TABLE draft_file (
  draft TEXT NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
  id TEXT NOT NULL,
  content BLOB NOT NULL,
  pushed INTEGER NOT NULL,
  PRIMARY KEY (draft, id)
);

-- Wrong proofs tried here on drafts that the central system did not have.
CREATE TABLE draft_wrong_proof (
  found_by TEXT PRIMARY KEY,
  count INTEGER NOT NULL
);
