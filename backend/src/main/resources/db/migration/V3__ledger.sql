create table ledger_accounts (
    name    text collate "C" primary key,
    balance bigint not null default 0,
    constraint never_negative check (balance >= 0 or starts_with(name, 'gateway:') or name in ('costs', 'losses'))
) with (fillfactor = 70);

-- One row moves an amount (micros) from one ledger account to another and names what it books.
create table transfers (
    debit     text collate "C" not null,
    key       text collate "C" not null,
    credit    text collate "C" not null,
    amount    bigint not null,
    booked_at timestamptz not null default clock_timestamp(),
    constraint booked_once primary key (debit, key),
    constraint positive_amount check (amount > 0),
    constraint two_accounts check (debit <> credit)
);
create index transfers_credit on transfers (credit, key);

-- Balances follow the transfers inside the same statement. Personal accounts are locked before shared ones and each
-- group by name, so that no two bookings wait for each other in a circle.
create function post_transfers() returns trigger
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    insert into ledger_accounts (name)
    select distinct m.name from (select credit as name from booked union all select debit from booked) m
    where not exists (select from ledger_accounts a where a.name = m.name)
    order by 1
    on conflict do nothing;

    perform 1 from ledger_accounts a
    where a.name in (select credit from booked union select debit from booked)
    order by not (starts_with(a.name, 'funds:') or starts_with(a.name, 'revenue:')), a.name
    for no key update;

    update ledger_accounts a set balance = a.balance + m.delta
    from (select name, sum(delta)::bigint as delta
          from (select credit as name, amount as delta from booked union all select debit, -amount from booked) x
          group by name) m
    where a.name = m.name;
    return null;
end $$;
create trigger post_transfers after insert on transfers
    referencing new table as booked for each statement execute function post_transfers();

create function ledger_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'The ledger is append-only: a correction is a new transfer' using errcode = 'restrict_violation';
end $$;
create trigger ledger_is_append_only before update or delete or truncate on transfers
    for each statement execute function ledger_is_append_only();

revoke insert, update, delete on ledger_accounts from ${app_role};
revoke update, delete on transfers from ${app_role};
