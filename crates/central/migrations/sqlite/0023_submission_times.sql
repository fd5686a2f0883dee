-- The time that somebody chose with a submission, as answered, and the appointment that was booked for it
-- when the submission came; none where the time could not be held, or none was chosen.
CREATE TABLE submission_time (
    submission TEXT NOT NULL PRIMARY KEY REFERENCES submission (id),
    wanted TEXT NOT NULL,
    appointment TEXT
) STRICT, WITHOUT ROWID;
