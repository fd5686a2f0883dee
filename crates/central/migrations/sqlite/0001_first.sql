-- Moments are whole milliseconds since 1970-01-01T00:00:00Z, identities are UUIDs as text, business
-- dates are those of Asia/Ho_Chi_Minh as yyyy-mm-dd.

-- How the centre is set up, as JSON; the newest version is in force.
CREATE TABLE branch_config (
    version INTEGER NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL,
    account TEXT NOT NULL,
    config TEXT NOT NULL
) STRICT;

CREATE TABLE staff (
    account TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    password TEXT NOT NULL,
    must_change INTEGER NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE staff_session (
    token_sha256 TEXT NOT NULL PRIMARY KEY,
    account TEXT NOT NULL REFERENCES staff (account),
    seen_at INTEGER NOT NULL
) STRICT;
CREATE INDEX staff_session_account ON staff_session (account);

-- The log of all that happened in the hall. The hall is made of it; nothing in it changes.
CREATE TABLE event (
    branch TEXT NOT NULL,
    revision INTEGER NOT NULL,
    business_date TEXT NOT NULL,
    at INTEGER NOT NULL,
    verb TEXT NOT NULL,
    subject TEXT,
    label TEXT,
    counter INTEGER,
    fact TEXT NOT NULL,
    PRIMARY KEY (branch, revision)
) STRICT, WITHOUT ROWID;
CREATE INDEX event_subject ON event (subject) WHERE subject IS NOT NULL;
CREATE INDEX event_day ON event (branch, revision) WHERE verb = 'day';
-- A number is given once.
CREATE UNIQUE INDEX event_label ON event (branch, business_date, label) WHERE verb = 'issue';
CREATE TRIGGER event_is_kept BEFORE UPDATE ON event
BEGIN
    SELECT RAISE (ABORT, 'the log only grows');
END;
CREATE TRIGGER event_stays BEFORE DELETE ON event
BEGIN
    SELECT RAISE (ABORT, 'the log only grows');
END;

CREATE TABLE device (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    token_sha256 TEXT NOT NULL UNIQUE,
    enrolled_at INTEGER NOT NULL,
    revoked_at INTEGER,
    -- The digit of the numbers it gives while it is cut off, and since when it may.
    kiosk INTEGER UNIQUE,
    series_at INTEGER
) STRICT;

-- What kiosks hash card numbers with; deleted when its day is over.
CREATE TABLE day_key (
    business_date TEXT NOT NULL PRIMARY KEY,
    key TEXT NOT NULL
) STRICT;

CREATE TABLE enrolment_code (
    code_sha256 TEXT NOT NULL PRIMARY KEY,
    expires_at INTEGER NOT NULL
) STRICT;

-- Answers to writes, by who asked and their Idempotency-Key.
CREATE TABLE answered (
    who TEXT NOT NULL,
    key TEXT NOT NULL,
    request_sha256 TEXT NOT NULL,
    status INTEGER NOT NULL,
    body BLOB NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (who, key)
) STRICT;
CREATE INDEX answered_at ON answered (at);

CREATE TABLE file (
    id TEXT NOT NULL PRIMARY KEY,
    device TEXT NOT NULL REFERENCES device (id),
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    stored_at INTEGER NOT NULL,
    bytes BLOB NOT NULL
) STRICT;
CREATE INDEX file_stored ON file (stored_at, id);

CREATE TABLE submission (
    id TEXT NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    device TEXT NOT NULL REFERENCES device (id),
    procedure TEXT NOT NULL,
    applicant TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    content_sha256 TEXT NOT NULL,
    content TEXT NOT NULL
) STRICT;
CREATE INDEX submission_received ON submission (received_at, id);
CREATE TRIGGER submission_is_kept BEFORE UPDATE ON submission
BEGIN
    SELECT RAISE (ABORT, 'what was submitted is never edited');
END;

CREATE TABLE submission_file (
    submission TEXT NOT NULL REFERENCES submission (id),
    file TEXT NOT NULL REFERENCES file (id),
    PRIMARY KEY (submission, file)
) STRICT;
CREATE INDEX submission_file_file ON submission_file (file);

CREATE TABLE acceptance (
    submission TEXT NOT NULL PRIMARY KEY REFERENCES submission (id),
    dossier_code TEXT NOT NULL UNIQUE,
    accepted_at INTEGER NOT NULL,
    due_at INTEGER,
    account TEXT NOT NULL REFERENCES staff (account),
    officer TEXT NOT NULL,
    papers TEXT NOT NULL,
    book INTEGER NOT NULL,
    line INTEGER NOT NULL,
    UNIQUE (book, line)
) STRICT;

-- Counts that never go back: dossier codes by agency and date, lines by book.
CREATE TABLE count (
    name TEXT NOT NULL PRIMARY KEY,
    last INTEGER NOT NULL
) STRICT;
