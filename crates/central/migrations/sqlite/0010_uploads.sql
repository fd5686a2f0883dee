-- Papers on their way from phones to kiosks: a page of one paper for one phone, for minutes. `numbers`:
-- how many files it ever had. Deleting it deletes all that belongs to it.
CREATE TABLE upload (
    id TEXT NOT NULL PRIMARY KEY,
    device TEXT NOT NULL REFERENCES device (id),
    token_sha256 TEXT NOT NULL UNIQUE,
    paper TEXT NOT NULL,
    language TEXT NOT NULL,
    most_pages INTEGER NOT NULL,
    begun_at INTEGER NOT NULL,
    until INTEGER NOT NULL,
    opened INTEGER NOT NULL DEFAULT 0,
    done INTEGER NOT NULL DEFAULT 0,
    numbers INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX upload_device ON upload (device);

-- `key`: chosen by the phone, so that a file announced twice is one. `received`: how many bytes are here. `sha256`: of a whole file. `declared`: what the phone said it
-- would be. `verdict`: what the kiosk made of it, as JSON; its bytes are gone then.
CREATE TABLE upload_file (
    upload TEXT NOT NULL REFERENCES upload (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    key TEXT,
    size INTEGER NOT NULL,
    received INTEGER NOT NULL,
    declared TEXT,
    sha256 TEXT,
    replaces INTEGER,
    verdict TEXT,
    PRIMARY KEY (upload, number),
    UNIQUE (upload, key)
) STRICT;

CREATE TABLE upload_piece (
    upload TEXT NOT NULL,
    number INTEGER NOT NULL,
    at INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (upload, number, at),
    FOREIGN KEY (upload, number) REFERENCES upload_file (upload, number) ON DELETE CASCADE
) STRICT;
