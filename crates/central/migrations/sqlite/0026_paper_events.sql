-- What happened to papers beside their first print: printed again, or said by their person to have come out
-- where the device did not say. Rows are only ever added; nothing of a person is in them.
CREATE TABLE paper_event (
    id TEXT NOT NULL PRIMARY KEY,
    -- The machine that did it, and the account of the officer there, as the console says.
    device TEXT NOT NULL,
    officer TEXT,
    paper TEXT NOT NULL,
    -- The ticket, appointment or submission.
    subject TEXT,
    deed TEXT NOT NULL,
    -- Whether a further copy came out, or may have.
    another_copy INTEGER NOT NULL,
    -- By the machine's clock, and when this server was told.
    at INTEGER NOT NULL,
    told_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX paper_event_subject ON paper_event (subject) WHERE subject IS NOT NULL;
CREATE TRIGGER paper_event_stays BEFORE UPDATE ON paper_event
BEGIN
    SELECT RAISE(ABORT, 'what happened to a paper is never changed');
END;
CREATE TRIGGER paper_event_kept BEFORE DELETE ON paper_event
BEGIN
    SELECT RAISE(ABORT, 'what happened to a paper is never deleted');
END;
