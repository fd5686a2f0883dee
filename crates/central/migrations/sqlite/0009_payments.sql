-- What a submission costs, as the central system reckoned it when it came. `state` repeats what the
-- events say, for lists.
CREATE TABLE payment (
    submission TEXT NOT NULL PRIMARY KEY REFERENCES submission (id),
    expected INTEGER NOT NULL CHECK (expected > 0),
    lines TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    state TEXT NOT NULL
) STRICT;
CREATE INDEX payment_to_see ON payment (opened_at) WHERE state = 'needs_officer';
CREATE TRIGGER payment_is_kept BEFORE UPDATE OF submission, expected, lines, opened_at ON payment
BEGIN
    SELECT RAISE (ABORT, 'what a submission costs is never edited');
END;

-- Money as banks told of it, once for each of their transactions.
CREATE TABLE bank_credit (
    id TEXT NOT NULL PRIMARY KEY,
    bank TEXT NOT NULL,
    bank_transaction TEXT NOT NULL,
    bill TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0),
    paid_at INTEGER NOT NULL,
    told_at INTEGER NOT NULL,
    told_sha256 TEXT NOT NULL,
    known INTEGER NOT NULL,
    UNIQUE (bank, bank_transaction)
) STRICT;
CREATE TRIGGER bank_credit_is_kept BEFORE UPDATE ON bank_credit
BEGIN
    SELECT RAISE (ABORT, 'what a bank told is never edited');
END;

-- What happened to a payment, in order. A credit counts for one payment, once.
CREATE TABLE payment_event (
    submission TEXT NOT NULL REFERENCES payment (submission),
    place INTEGER NOT NULL,
    credit TEXT UNIQUE REFERENCES bank_credit (id),
    account TEXT REFERENCES staff (account),
    event TEXT NOT NULL,
    PRIMARY KEY (submission, place)
) STRICT;
CREATE TRIGGER payment_event_is_kept BEFORE UPDATE ON payment_event
BEGIN
    SELECT RAISE (ABORT, 'what happened is never edited');
END;
CREATE TRIGGER payment_event_stays BEFORE DELETE ON payment_event
BEGIN
    SELECT RAISE (ABORT, 'what happened is never edited');
END;

-- Credits that belong to no payment, once an officer said what became of them.
CREATE TABLE bank_credit_settled (
    credit TEXT NOT NULL PRIMARY KEY REFERENCES bank_credit (id),
    at INTEGER NOT NULL,
    account TEXT NOT NULL REFERENCES staff (account),
    officer TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT, WITHOUT ROWID;
