-- What was deleted because it had its time: how many of which kind, and when.
CREATE TABLE retention (
    at BIGINT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('accepted', 'open')),
    submissions BIGINT NOT NULL,
    files BIGINT NOT NULL,
    PRIMARY KEY (at, kind)
);

-- Set where data begin anew that may have forgotten something: the next start begins an epoch of numbers.
CREATE TABLE epoch_due (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    why TEXT NOT NULL
);
