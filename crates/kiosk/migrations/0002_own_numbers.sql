-- The series this kiosk gives numbers from while it is cut off, and until when it may.
CREATE TABLE own_series (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  kiosk INTEGER NOT NULL,
  until INTEGER NOT NULL
);

-- Numbers it gave by itself, each until the central system has it. Nothing personal is in them.
CREATE TABLE own_ticket (
  id TEXT PRIMARY KEY,
  business_date TEXT NOT NULL,
  series TEXT NOT NULL,
  number INTEGER NOT NULL,
  printed_at INTEGER NOT NULL,
  asked TEXT NOT NULL,
  instead_of TEXT,
  told_at INTEGER,
  problem TEXT,
  UNIQUE (business_date, series, number)
);
CREATE INDEX own_ticket_to_tell ON own_ticket (printed_at, id) WHERE told_at IS NULL;

-- The centre as it was last known, so that numbers can be given after a start without the network.
CREATE TABLE known_centre (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  branch TEXT NOT NULL
);
