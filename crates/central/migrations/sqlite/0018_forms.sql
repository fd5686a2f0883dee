-- Forms that officers added: the texts of a package's files. A version never changes and never goes: drafts and
-- submissions go on with the one they were begun on.
CREATE TABLE form_package (
    procedure TEXT NOT NULL,
    version INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    schema TEXT NOT NULL,
    ui TEXT NOT NULL,
    about TEXT NOT NULL,
    vi TEXT NOT NULL,
    en TEXT NOT NULL,
    at INTEGER NOT NULL,
    added_by TEXT NOT NULL,
    PRIMARY KEY (procedure, version)
) STRICT;
CREATE TRIGGER form_package_is_kept BEFORE UPDATE ON form_package
BEGIN
    SELECT RAISE (ABORT, 'versions are only ever added');
END;
CREATE TRIGGER form_package_stays BEFORE DELETE ON form_package
BEGIN
    SELECT RAISE (ABORT, 'versions are only ever added');
END;

-- Versions that are not begun any more, of forms that were added or that the product ships.
CREATE TABLE form_retirement (
    procedure TEXT NOT NULL,
    version INTEGER NOT NULL,
    at INTEGER NOT NULL,
    retired_by TEXT NOT NULL,
    PRIMARY KEY (procedure, version)
) STRICT;
