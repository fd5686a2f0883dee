-- What was read of the national database. Every version stays: a draft goes on with the one it began with.
CREATE TABLE procedure_import (
    id INTEGER NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL,
    records INTEGER NOT NULL
) STRICT;

CREATE TABLE procedure_record (
    code TEXT NOT NULL,
    version INTEGER NOT NULL,
    import INTEGER NOT NULL REFERENCES procedure_import (id),
    sha256 TEXT NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (code, version)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER procedure_record_is_kept BEFORE UPDATE ON procedure_record
BEGIN
    SELECT RAISE (ABORT, 'versions are only ever added');
END;
