-- What people and machines did and read that concerns somebody, each row chained to the one before: `sha256` is of
-- the hash before it and the row as canonical JSON. Only references stand here, never a name or what was written.
CREATE TABLE audit (
    number BIGINT NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    who TEXT NOT NULL,
    device TEXT,
    verb TEXT NOT NULL,
    subject TEXT,
    outcome BIGINT NOT NULL,
    before TEXT,
    after TEXT,
    sha256 TEXT NOT NULL
);
CREATE INDEX audit_subject ON audit (subject, number) WHERE subject IS NOT NULL;
CREATE INDEX audit_who ON audit (who, number);
CREATE TRIGGER audit_is_kept BEFORE UPDATE ON audit FOR EACH ROW EXECUTE FUNCTION is_kept();
CREATE TRIGGER audit_stays BEFORE DELETE ON audit FOR EACH ROW EXECUTE FUNCTION is_kept();

-- The machine somebody signed in at, where it said which it is.
ALTER TABLE staff_session ADD COLUMN device TEXT;
-- Since when nobody may sign in with an account.
ALTER TABLE staff ADD COLUMN closed_at BIGINT;
