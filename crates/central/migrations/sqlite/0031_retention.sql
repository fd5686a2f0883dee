-- What was deleted because it had its time: how many of which kind, and when.
CREATE TABLE retention (
    at INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('accepted', 'open')),
    submissions INTEGER NOT NULL,
    files INTEGER NOT NULL,
    PRIMARY KEY (at, kind)
) STRICT;

-- Set where data begin anew that may have forgotten something: the next start begins an epoch of numbers.
CREATE TABLE epoch_due (
    id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    why TEXT NOT NULL
) STRICT;
