-- SHA-256 of the token on the receipt, so that a receipt under the reader is known before the central
-- system has its submission.
ALTER TABLE submission ADD COLUMN follow_sha256 TEXT;
