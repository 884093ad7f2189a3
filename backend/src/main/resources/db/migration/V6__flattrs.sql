-- The key carries the receiving identity, so that a settlement reads it in order from the index alone.
create table flattrs (
    supporter_id    bigint not null,
    month           date not null,
    thing_id        bigint not null,
    identity_id     bigint not null,
    given_at        timestamptz not null,
    idempotency_key text,
    primary key (supporter_id, month, thing_id) include (identity_id)
) partition by list (month);
create index flattrs_identity on flattrs (identity_id, thing_id);

-- Who ever flattred a thing, and in how many months: what "distinct supporters" counts.
create table fans (
    supporter_id bigint not null,
    thing_id     bigint not null,
    flattrs      int not null check (flattrs >= 0),
    primary key (supporter_id, thing_id)
) with (fillfactor = 80);

create table counters (
    thing_id   bigint primary key,
    flattrs    bigint not null check (flattrs >= 0),
    supporters bigint not null check (supporters >= 0 and supporters <= flattrs)
) with (fillfactor = 70);

-- What servers that keep counters in memory read to stay current; a row for each batch, kept for a minute.
create table counter_changes (
    written_in xid8 not null default pg_current_xact_id(),
    written_at timestamptz not null default clock_timestamp(),
    things     bigint[] not null
);
create index counter_changes_written on counter_changes (written_in);

-- A voided flattr counts nowhere, but the supporter and the creator can read why.
create table voids (
    supporter_id bigint not null,
    month        date not null references months,
    thing_id     bigint not null,
    voided_at    timestamptz not null,
    identity_id  bigint not null,
    given_at     timestamptz not null,
    operator_id  bigint references accounts,
    reason       text not null check (length(reason) between 1 and 500),
    primary key (supporter_id, month, thing_id, voided_at)
);
create index voids_identity on voids (identity_id, month);

create table waiting_clicks (
    supporter_id bigint not null,
    thing_id     bigint not null references things,
    asked_at     timestamptz not null,
    expires_at   timestamptz not null,
    primary key (supporter_id, thing_id)
);
