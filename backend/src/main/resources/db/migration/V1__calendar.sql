-- The calendar clock is this database's clock plus an offset that development and tests move forward.
create table calendar (
    one_row boolean primary key default true check (one_row),
    shift   interval not null default interval '0' check (shift >= interval '0')
);
insert into calendar default values;

create function calendar_now() returns timestamptz language sql volatile as
$$ select clock_timestamp() + shift from calendar $$;

create function calendar_month() returns date language sql volatile as
$$ select date_trunc('month', calendar_now() at time zone 'UTC')::date $$;

create table months (
    month         date primary key check (extract(day from month) = 1),
    state         text not null default 'open' check (state in ('open', 'closed', 'settled')),
    fee_percent   int check (fee_percent between 0 and 100),
    closed_at     timestamptz,
    pots_moved_at timestamptz,
    settling_at   timestamptz,
    shared_at     timestamptz,
    settled_at    timestamptz,
    check ((state = 'open') = (closed_at is null)),
    check ((state = 'open') = (fee_percent is null)),
    check ((state = 'settled') = (settled_at is not null)),
    check (settling_at is null or pots_moved_at is not null),
    check (shared_at is null or settling_at is not null),
    check (settled_at is null or shared_at is not null)
);
create unique index one_month_is_open on months (state) where state = 'open';

-- A month only ever goes forward, and what was written down at a stage stays.
create function month_goes_forward() returns trigger language plpgsql as $$
begin
    if (old.state = 'settled' and new.state <> 'settled') or (old.state = 'closed' and new.state = 'open')
        or (old.closed_at is not null and new.closed_at is distinct from old.closed_at)
        or (old.fee_percent is not null and new.fee_percent is distinct from old.fee_percent)
        or (old.settling_at is not null and new.settling_at is distinct from old.settling_at)
    then
        raise exception 'month % cannot go back', old.month using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger month_goes_forward before update on months for each row execute function month_goes_forward();

-- Tables that grow with clicks have a partition for each month; the application's role may add one, nothing else.
create function add_month_partition(parent text, opened date) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    child text := parent || '_' || to_char(opened, 'YYYY_MM');
begin
    if parent not in ('flattrs', 'pots', 'receipts') then
        raise exception '% has no months', parent;
    end if;
    perform pg_advisory_xact_lock(hashtext(child));
    if to_regclass(child) is null then
        execute format('create table %I (like %I including all)', child, parent);
        execute format('alter table %I attach partition %I for values in (%L)', parent, child, opened);
        execute format('grant maintain on %I to ${app_role}', child);
    end if;
end $$;

alter default privileges in schema public grant select, insert, update, delete on tables to ${app_role};
alter default privileges in schema public grant usage on sequences to ${app_role};
grant usage on schema public to ${app_role};
grant select, insert, update on calendar, months to ${app_role};
