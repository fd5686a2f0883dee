-- Pictures of the boards' notices, all JPEG, by the SHA-256 of their bytes. `named_at`: when the
-- settings in force were last known to name it.
CREATE TABLE picture (
    id TEXT NOT NULL PRIMARY KEY,
    added_at INTEGER NOT NULL,
    named_at INTEGER NOT NULL,
    account TEXT NOT NULL REFERENCES staff (account),
    bytes BLOB NOT NULL
) STRICT;
