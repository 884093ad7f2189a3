-- What is left of a limit, by the hash of whom it is for. Written about once a second and key, and worth no wait for the
-- disk: after a crash everybody begins anew.
create unlogged table rate_limits (
    key     uuid primary key,
    state   bytea not null,
    full_at timestamptz not null
) with (fillfactor = 50);
create index rate_limits_full on rate_limits (full_at);
