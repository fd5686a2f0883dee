-- Administrative units that were imported, as JSON: with each import all of them. The newest is in force.
CREATE TABLE unit_import (
    id INTEGER NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL,
    revision TEXT NOT NULL,
    units TEXT NOT NULL
) STRICT;
