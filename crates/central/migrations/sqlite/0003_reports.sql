-- A day's report reads the log of one business date.
CREATE INDEX event_business_date ON event (branch, business_date);
