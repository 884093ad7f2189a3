-- Balances follow the transfers inside the same statement. Each account is met once, personal ones before shared ones
-- and each group by name, so that no two bookings wait for each other in a circle, and so that what many share is held
-- for the shortest time. Only nested loops keep that order.
create or replace function post_transfers() returns trigger
    language plpgsql security definer set search_path = public, pg_temp
    set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
declare
    missing bigint;
begin
    insert into ledger_accounts (name)
    select m.name
    from (select credit as name from booked
          union
          select debit from booked where debit not like 'funds:%' and debit not like 'revenue:%') m
    where not exists (select from ledger_accounts a where a.name = m.name)
    order by 1
    on conflict do nothing;

    with moved as materialized (
        select name, sum(delta)::bigint as delta
        from (select credit as name, amount as delta from booked union all select debit, -amount from booked) x
        where name like 'funds:%' or name like 'revenue:%'
        group by name order by name),
    followed as (
        update ledger_accounts a set balance = a.balance + m.delta from moved m where a.name = m.name returning 1)
    select (select count(*) from moved) - (select count(*) from followed) into missing;
    if missing > 0 then
        raise exception 'An account that holds nothing cannot give'
            using errcode = 'check_violation', constraint = 'never_negative', table = 'ledger_accounts';
    end if;

    with moved as materialized (
        select name, sum(delta)::bigint as delta
        from (select credit as name, amount as delta from booked union all select debit, -amount from booked) x
        where name not like 'funds:%' and name not like 'revenue:%'
        group by name order by name)
    update ledger_accounts a set balance = a.balance + m.delta from moved m where a.name = m.name;
    return null;
end $$;

-- What a month's pool was given is found by the givers: nobody pages through millions of pots by their pool, and an
-- entry for each made every pot dearer to move.
drop index transfers_credit;
create index transfers_credit on transfers (credit, key) where not starts_with(credit, 'pool:');

create or replace function add_month_partition(parent text, opened date) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    child text := parent || '_' || to_char(opened, 'YYYY_MM');
begin
    if parent not in ('flattrs', 'pots', 'receipts', 'earnings') then
        raise exception '% has no months', parent;
    end if;
    perform pg_advisory_xact_lock(hashtext(child));
    if to_regclass(child) is null then
        execute format('create table %I (like %I including all)', child, parent);
        execute format('alter table %I attach partition %I for values in (%L)', parent, child, opened);
        execute format('grant maintain on %I to ${app_role}', child);
    end if;
end $$;

-- A month's earnings are read once as a whole, by the second pass, which must not get slower with every month kept.
alter table earnings rename to earnings_of_all_months;
alter index earnings_pkey rename to earnings_of_all_months_pkey;
create table earnings (
    account_id bigint not null,
    month      date not null,
    slice      int not null,
    gross      bigint not null check (gross >= 0),
    things     bigint[] not null,
    amounts    bigint[] not null,
    primary key (account_id, month, slice),
    check (cardinality(things) = cardinality(amounts))
) partition by list (month);
select add_month_partition('earnings', month) from months;
insert into earnings select * from earnings_of_all_months;
drop table earnings_of_all_months;
