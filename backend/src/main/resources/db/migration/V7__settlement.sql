-- What one supporter's month had to share: min(budget, funds) when the month was marked closed.
create table pots (
    supporter_id bigint not null,
    month        date not null,
    amount       bigint not null check (amount >= 0),
    primary key (supporter_id, month)
) partition by list (month);

-- The work of a month end in pieces that several servers take; done_at is written with the piece's effect.
create table month_slices (
    month   date not null references months,
    stage   text not null check (stage in ('pots', 'shares', 'credits')),
    slice   int not null,
    from_id bigint not null,
    to_id   bigint not null check (to_id >= from_id),
    done_at timestamptz,
    primary key (month, stage, slice)
);

-- One row for a supporter's month: shares follow from pot and position (rule 8), receivers from the identities as of
-- the month's settling instant.
create table receipts (
    supporter_id bigint not null,
    month        date not null,
    pot          bigint not null check (pot >= 0),
    things       bigint[] not null,
    identities   bigint[] not null,
    primary key (supporter_id, month),
    check (cardinality(things) = cardinality(identities))
) partition by list (month);

-- What one slice of supporters gave to one account; its shares one by one, without names.
create table earnings (
    account_id bigint not null,
    month      date not null references months,
    slice      int not null,
    gross      bigint not null check (gross >= 0),
    things     bigint[] not null,
    amounts    bigint[] not null,
    primary key (account_id, month, slice),
    check (cardinality(things) = cardinality(amounts))
);

create table credits (
    account_id bigint not null,
    month      date not null references months,
    gross      bigint not null check (gross >= 0),
    fee        bigint not null check (fee >= 0 and fee <= gross),
    primary key (account_id, month)
);

create table held_shares (
    identity_id  bigint not null,
    month        date not null references months,
    supporter_id bigint not null,
    thing_id     bigint not null,
    amount       bigint not null check (amount > 0),
    state        text not null default 'held' check (state in ('held', 'claimed', 'returned')),
    claim_id     bigint,
    decided_at   timestamptz,
    primary key (identity_id, month, supporter_id, thing_id),
    check ((state = 'held') = (decided_at is null)),
    check (state <> 'claimed' or claim_id is not null)
) with (fillfactor = 85);
create index held_shares_waiting on held_shares (month, identity_id) where state = 'held';
create index held_shares_supporter on held_shares (supporter_id, month);

-- Decided once: what left 'held' never comes back.
create function held_share_is_decided_once() returns trigger language plpgsql as $$
begin
    raise exception 'A held share is decided once' using errcode = 'integrity_constraint_violation';
end $$;
create trigger held_share_is_decided_once before update on held_shares
    for each row when (old.state <> 'held') execute function held_share_is_decided_once();

-- What a supporter's month has to share: the pot that was moved, else what it would be if the month were closed now.
create function pot_of(supporter bigint, of_month date) returns bigint language sql stable as $$
    select coalesce(
        (select amount from pots where supporter_id = supporter and month = of_month),
        (select least(b.amount, funds.balance) from budgets b
         join ledger_accounts funds on funds.name = 'funds:' || b.supporter_id
         where b.supporter_id = supporter),
        0)
$$;
