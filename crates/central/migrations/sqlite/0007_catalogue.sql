-- Every procedure as people see it: facts with plain words over them. `composed_with`: the product that
-- composed it. Another edition begins where a procedure is no more.
CREATE TABLE catalogue (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    edition TEXT NOT NULL,
    composed_with TEXT NOT NULL
) STRICT;

-- `revision` counts up over the whole catalogue with every change of a procedure. `version`: of its
-- record, 0 for what the product ships. `flagged`: fields that could not be read for certain.
CREATE TABLE catalogue_entry (
    code TEXT NOT NULL PRIMARY KEY,
    revision INTEGER NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    words_version INTEGER NOT NULL,
    flagged TEXT NOT NULL,
    checked INTEGER NOT NULL,
    procedure TEXT NOT NULL
) STRICT;

-- Plain words that supervisors wrote; the newest of a procedure are in force.
CREATE TABLE procedure_words (
    code TEXT NOT NULL,
    version INTEGER NOT NULL,
    words TEXT NOT NULL,
    account TEXT NOT NULL REFERENCES staff (account),
    officer TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (code, version)
) STRICT;
CREATE TRIGGER procedure_words_are_kept BEFORE UPDATE ON procedure_words
BEGIN
    SELECT RAISE (ABORT, 'versions are only ever added');
END;

-- Who looked through which version of a record.
CREATE TABLE procedure_check (
    code TEXT NOT NULL,
    version INTEGER NOT NULL,
    account TEXT NOT NULL REFERENCES staff (account),
    officer TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (code, version)
) STRICT, WITHOUT ROWID;
