-- What officers asked for because it was missing, and when they had it. `papers`: their names in words.
CREATE TABLE supplement (
    id TEXT NOT NULL PRIMARY KEY,
    submission TEXT NOT NULL REFERENCES submission (id),
    at INTEGER NOT NULL,
    account TEXT NOT NULL REFERENCES staff (account),
    officer TEXT NOT NULL,
    text TEXT NOT NULL,
    papers TEXT NOT NULL
) STRICT;
CREATE INDEX supplement_submission ON supplement (submission, at);
CREATE TRIGGER supplement_is_kept BEFORE UPDATE ON supplement
BEGIN
    SELECT RAISE (ABORT, 'what was asked is never edited');
END;

CREATE TABLE supplement_done (
    supplement TEXT NOT NULL PRIMARY KEY REFERENCES supplement (id),
    at INTEGER NOT NULL,
    account TEXT NOT NULL REFERENCES staff (account)
) STRICT, WITHOUT ROWID;
