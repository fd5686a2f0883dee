-- Moments are whole milliseconds since 1970-01-01T00:00:00Z, identities are UUIDs as text, business
-- dates are those of Asia/Ho_Chi_Minh as yyyy-mm-dd.

CREATE TABLE branch (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    agency TEXT NOT NULL,
    address TEXT NOT NULL,
    place TEXT NOT NULL,
    agency_code TEXT NOT NULL
) STRICT;

CREATE TABLE service_group (
    branch TEXT NOT NULL REFERENCES branch (id),
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    prefix TEXT NOT NULL,
    name TEXT NOT NULL,
    name_en TEXT NOT NULL,
    icon TEXT NOT NULL,
    PRIMARY KEY (branch, id),
    UNIQUE (branch, prefix)
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

CREATE TABLE counter (
    branch TEXT NOT NULL REFERENCES branch (id),
    number INTEGER NOT NULL,
    officer TEXT REFERENCES staff (account),
    PRIMARY KEY (branch, number),
    UNIQUE (branch, officer)
) STRICT;

CREATE TABLE counter_group (
    branch TEXT NOT NULL,
    counter INTEGER NOT NULL,
    service_group TEXT NOT NULL,
    PRIMARY KEY (branch, counter, service_group),
    FOREIGN KEY (branch, counter) REFERENCES counter (branch, number),
    FOREIGN KEY (branch, service_group) REFERENCES service_group (branch, id)
) STRICT;
CREATE INDEX counter_group_group ON counter_group (branch, service_group);

-- One line a day and service group: the last number given out, and how many wait.
CREATE TABLE line (
    branch TEXT NOT NULL,
    business_date TEXT NOT NULL,
    service_group TEXT NOT NULL,
    last_number INTEGER NOT NULL,
    waiting INTEGER NOT NULL CHECK (waiting >= 0),
    PRIMARY KEY (branch, business_date, service_group),
    FOREIGN KEY (branch, service_group) REFERENCES service_group (branch, id)
) STRICT;

CREATE TABLE ticket (
    id TEXT NOT NULL PRIMARY KEY,
    branch TEXT NOT NULL,
    business_date TEXT NOT NULL,
    series TEXT NOT NULL,
    number INTEGER NOT NULL,
    service_group TEXT NOT NULL,
    language TEXT NOT NULL,
    issued_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    counter INTEGER,
    called_at INTEGER,
    UNIQUE (branch, business_date, series, number),
    FOREIGN KEY (branch, service_group) REFERENCES service_group (branch, id),
    FOREIGN KEY (branch, counter) REFERENCES counter (branch, number)
) STRICT;
CREATE INDEX ticket_waiting ON ticket (branch, business_date, issued_at, id) WHERE state = 'waiting';
CREATE INDEX ticket_at_counter ON ticket (branch, business_date, counter) WHERE state IN ('called', 'serving');
CREATE TRIGGER ticket_issue_is_kept
BEFORE UPDATE OF id, branch, business_date, series, number, service_group, language, issued_at ON ticket
BEGIN
    SELECT RAISE (ABORT, 'what was issued is never rewritten');
END;

-- What happened to tickets, in the order of the stream's revisions. Nothing in it changes.
CREATE TABLE ticket_event (
    ticket TEXT NOT NULL REFERENCES ticket (id),
    revision INTEGER NOT NULL,
    at INTEGER NOT NULL,
    verb TEXT NOT NULL,
    counter INTEGER,
    actor TEXT NOT NULL,
    PRIMARY KEY (ticket, revision)
) STRICT;
CREATE TRIGGER ticket_event_is_kept BEFORE UPDATE ON ticket_event
BEGIN
    SELECT RAISE (ABORT, 'a ticket''s history only grows');
END;
CREATE TRIGGER ticket_event_stays BEFORE DELETE ON ticket_event
BEGIN
    SELECT RAISE (ABORT, 'a ticket''s history only grows');
END;

CREATE TABLE event (
    revision INTEGER NOT NULL PRIMARY KEY,
    at INTEGER NOT NULL,
    change TEXT NOT NULL
) STRICT;

CREATE TABLE device (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    token_sha256 TEXT NOT NULL UNIQUE,
    enrolled_at INTEGER NOT NULL,
    revoked_at INTEGER
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
