-- Officers who changed something of the draft a submission was made of; its owner confirmed it.
CREATE TABLE submission_help (
    submission TEXT NOT NULL REFERENCES submission (id),
    account TEXT NOT NULL REFERENCES staff (account),
    officer TEXT NOT NULL,
    PRIMARY KEY (submission, account)
) STRICT;
