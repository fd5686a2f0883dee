-- The hall is read with the appointments made on earlier days.
CREATE INDEX event_appointment ON event (branch, revision) WHERE verb IN ('book', 'unbook');
