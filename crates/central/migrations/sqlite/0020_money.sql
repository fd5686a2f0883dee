-- Payments whose amount is not reckoned but said by an officer (an event of its own), and money with the
-- account it came to. The four tables of money are made anew: SQLite cannot loosen what a column demands.
DROP INDEX payment_to_see;
DROP TRIGGER payment_is_kept;
DROP TRIGGER bank_credit_is_kept;
DROP TRIGGER payment_event_is_kept;
DROP TRIGGER payment_event_stays;
ALTER TABLE bank_credit_settled RENAME TO bank_credit_settled_before;
ALTER TABLE payment_event RENAME TO payment_event_before;
ALTER TABLE bank_credit RENAME TO bank_credit_before;
ALTER TABLE payment RENAME TO payment_before;

-- What a submission costs, as the central system reckoned it when it came; `expected` is none where only
-- an officer can say it. `state` repeats what the events say, for lists.
CREATE TABLE payment (
    submission TEXT NOT NULL PRIMARY KEY REFERENCES submission (id),
    expected INTEGER CHECK (expected > 0),
    lines TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    state TEXT NOT NULL
) STRICT;
INSERT INTO payment SELECT submission, expected, lines, opened_at, state FROM payment_before;
CREATE INDEX payment_to_see ON payment (opened_at) WHERE state IN ('needs_officer', 'checking');
CREATE TRIGGER payment_is_kept BEFORE UPDATE OF submission, expected, lines, opened_at ON payment
BEGIN
    SELECT RAISE (ABORT, 'what a submission costs is never edited');
END;

-- Money as banks told of it. A transaction that is told of again with other content `differs`: it is
-- kept beside the first, for an officer. `ours`: whether `account` was the centre's when it was told;
-- before accounts were kept, what was known was the centre's.
CREATE TABLE bank_credit (
    id TEXT NOT NULL PRIMARY KEY,
    bank TEXT NOT NULL,
    bank_transaction TEXT NOT NULL,
    account TEXT,
    bill TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0),
    paid_at INTEGER NOT NULL,
    told_at INTEGER NOT NULL,
    ours INTEGER NOT NULL,
    known INTEGER NOT NULL,
    differs INTEGER NOT NULL
) STRICT;
INSERT INTO bank_credit
SELECT id, bank, bank_transaction, NULL, bill, amount, paid_at, told_at, known, known, 0 FROM bank_credit_before;
CREATE UNIQUE INDEX bank_credit_first ON bank_credit (bank, bank_transaction) WHERE differs = 0;
CREATE UNIQUE INDEX bank_credit_once ON bank_credit (bank, bank_transaction, account, bill, amount, paid_at);
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
INSERT INTO payment_event SELECT submission, place, credit, account, event FROM payment_event_before;
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
INSERT INTO bank_credit_settled SELECT credit, at, account, officer, note FROM bank_credit_settled_before;

DROP TABLE bank_credit_settled_before;
DROP TABLE payment_event_before;
DROP TABLE bank_credit_before;
DROP TABLE payment_before;
