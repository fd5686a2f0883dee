-- What citizens have not submitted yet, sealed by their kiosks: nothing here opens it. `found_by` is made
-- of the owner's code, slowly, so that the code cannot be found from it. `opening` counts the times it
-- was opened, `editor` is who did last: `device:…` or `staff:…`. What has ended stays as a bare line, so
-- that a save that was long on its way brings nothing back.
CREATE TABLE draft (
    id TEXT NOT NULL PRIMARY KEY,
    found_by TEXT UNIQUE,
    opening INTEGER NOT NULL,
    editor TEXT NOT NULL,
    revision INTEGER NOT NULL,
    procedure TEXT NOT NULL,
    form_version INTEGER NOT NULL,
    content TEXT,
    saved_at INTEGER NOT NULL,
    ended TEXT CHECK (ended IN ('submitted', 'expired')),
    CHECK ((ended IS NULL) = (found_by IS NOT NULL AND content IS NOT NULL))
) STRICT;
CREATE INDEX draft_by_age ON draft (saved_at);

CREATE TABLE draft_proof (
    draft TEXT NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    verifier TEXT NOT NULL,
    wrapped_key TEXT NOT NULL,
    PRIMARY KEY (draft, kind)
) STRICT, WITHOUT ROWID;

-- Sealed pages. They come before the draft that names them.
CREATE TABLE draft_file (
    draft TEXT NOT NULL,
    id TEXT NOT NULL,
    device TEXT NOT NULL,
    stored_at INTEGER NOT NULL,
    content BLOB NOT NULL,
    PRIMARY KEY (draft, id)
) STRICT;

-- Wrong proofs by what was asked for, whether there is such a draft or not: who guesses learns nothing.
CREATE TABLE draft_wrong_proof (
    found_by TEXT NOT NULL PRIMARY KEY,
    count INTEGER NOT NULL,
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Who unlocked what.
CREATE TABLE draft_unlock (
    draft TEXT NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
    at INTEGER NOT NULL,
    account TEXT NOT NULL REFERENCES staff (account),
    officer TEXT NOT NULL,
    locked_at INTEGER NOT NULL
) STRICT;

-- When its owner let officers see a draft, by which wording, and who came.
CREATE TABLE draft_help (
    draft TEXT NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
    agreed_at INTEGER NOT NULL,
    text_version INTEGER NOT NULL,
    device TEXT NOT NULL,
    shared_at INTEGER NOT NULL,
    account TEXT REFERENCES staff (account),
    officer TEXT,
    ended_at INTEGER
) STRICT;

-- Who changed which fields of a draft that was shared; never what to.
CREATE TABLE draft_change (
    draft TEXT NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
    at INTEGER NOT NULL,
    who TEXT NOT NULL,
    page TEXT NOT NULL,
    fields TEXT NOT NULL
) STRICT;
CREATE INDEX draft_change_of ON draft_change (draft);
