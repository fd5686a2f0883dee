-- Wrong passwords of late, by account and place, so that neither a restart nor another process forgets a delay.
-- What was typed as an account may be a password by mistake: only a hash of it with the place is kept.
CREATE TABLE sign_in_failure (
    who_sha256 TEXT NOT NULL PRIMARY KEY,
    place TEXT NOT NULL,
    failures BIGINT NOT NULL,
    last_at BIGINT NOT NULL
);
CREATE INDEX sign_in_failure_place ON sign_in_failure (place);
CREATE INDEX sign_in_failure_last ON sign_in_failure (last_at);
