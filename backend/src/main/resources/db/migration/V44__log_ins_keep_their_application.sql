-- The secret of the application that a log-in was begun with, where that one registered itself: another may take its place
-- before the person is back.
alter table platform_log_ins
    add column client_secret text check (octet_length(client_secret) between 1 and 500);
