-- What was refused, such as what was made of a draft that an officer had changed since, is kept for officers and
-- does not stand in the way of what is made of the draft later, under the same code.
DROP INDEX submission_code;
CREATE UNIQUE INDEX submission_code ON submission (code) WHERE supplement IS NULL AND state <> 'refused';
