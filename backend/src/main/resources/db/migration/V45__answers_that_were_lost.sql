-- Until when something whose answer was lost may be sent once more without being heard twice; null where none was lost.
alter table outbox add column try_until timestamptz;
