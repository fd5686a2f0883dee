-- Forms that officers added, as the central system last told them: the texts of each version, so that they can
-- be gone through without the network. They hold nothing of anybody.
CREATE TABLE added_form (
  procedure TEXT NOT NULL,
  version INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  schema TEXT NOT NULL,
  ui TEXT NOT NULL,
  about TEXT NOT NULL,
  vi TEXT NOT NULL,
  en TEXT NOT NULL,
  PRIMARY KEY (procedure, version)
);
-- Versions that are not begun any more.
CREATE TABLE retired_form (
  procedure TEXT NOT NULL,
  version INTEGER NOT NULL,
  PRIMARY KEY (procedure, version)
) WITHOUT ROWID;
