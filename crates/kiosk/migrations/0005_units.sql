-- Provinces and communes as they were imported at the central system, as JSON; the product's own are
-- not in it.
CREATE TABLE imported_units (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  revision TEXT NOT NULL,
  units TEXT NOT NULL
);
