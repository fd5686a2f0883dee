-- When a device was last heard, to the minute: one that falls silent is missed also after a restart.
ALTER TABLE device ADD COLUMN heard_at INTEGER;
