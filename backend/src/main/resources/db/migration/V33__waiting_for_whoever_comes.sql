-- How an account proved an identity is named by whatever looks at proofs; a new way needs no new table.
alter table claims drop constraint claims_proof_check;
alter table claims add constraint claims_proof_check check (proof ~ '^[a-z][a-z_]{1,29}$');

-- What this instance alone knows, made at first start and never changed: what is derived from it is kept.
create table instance_secrets (
    name       text primary key,
    secret     bytea not null check (length(secret) >= 32),
    created_at timestamptz not null
);

-- When a share that nobody claims goes back: open contests stop the clock, past ones have stopped it (rule 11).
create function held_until(of_identity bigint, settled timestamptz, holding_months int) returns timestamptz
language sql stable as $$
    select settled + make_interval(months => holding_months) + coalesce((
        select sum(k.decided_at - greatest(k.opened_at, settled))
        from contests k where k.identity_id = of_identity and k.decided_at > settled), interval '0')
$$;

-- What became of an identity's held shares of a month: they share one fate, which is decided once, here, and not row by
-- row. A row for each appears in the moment in which the month is settled: before that nothing of it moves.
create table holdings (
    identity_id bigint not null,
    month       date not null references months,
    supporters  bigint not null check (supporters > 0),
    amount      bigint not null check (amount > 0),
    state       text not null default 'held' check (state in ('held', 'claimed', 'returned')),
    claim_id    bigint,
    decided_at  timestamptz,
    primary key (identity_id, month),
    check ((state = 'held') = (decided_at is null)),
    check (state <> 'claimed' or claim_id is not null)
);
create index holdings_waiting on holdings (month) where state = 'held';
create index holdings_returned on holdings (month, decided_at) where state = 'returned';
create trigger held_share_is_decided_once before update on holdings
    for each row when (old.state <> 'held') execute function held_share_is_decided_once();

-- Shares on their way back, by slices of supporters: those whose id is up_to at most have got theirs.
create table returns (
    month    date not null references months,
    begun_at timestamptz not null,
    up_to    bigint not null default 0,
    done_at  timestamptz,
    primary key (month, begun_at)
);
create index returns_open on returns (begun_at) where done_at is null;

-- A return that a server left in the middle is brought to its end: of one identity's month all has one fate from now on.
-- Pots of closed months that have not moved yet move first, for they are measured by what the funds were then (rule 7).
do $$
declare closed record;
begin
    for closed in select month from months where state = 'closed' and pots_moved_at is null order by month loop
        with due as (
            select b.supporter_id, least(b.amount, coalesce(f.balance, 0)) as amount
            from budgets b left join ledger_accounts f on f.name = 'funds:' || b.supporter_id
            where exists (select from flattrs c where c.supporter_id = b.supporter_id and c.month = closed.month)
              and exists (
                select from held_shares h where h.supporter_id = b.supporter_id and h.state = 'held' and exists (
                    select from held_shares o where o.identity_id = h.identity_id and o.month = h.month
                        and o.state = 'returned'))
            order by b.supporter_id),
        made as (
            insert into pots (supporter_id, month, amount) select supporter_id, closed.month, amount from due
            on conflict do nothing returning supporter_id, amount)
        insert into transfers (debit, key, credit, amount)
        select 'funds:' || supporter_id, 'pot:' || to_char(closed.month, 'YYYY-MM'),
            'pool:' || to_char(closed.month, 'YYYY-MM'), amount
        from made where amount > 0;
    end loop;
end $$;
insert into transfers (debit, key, credit, amount)
select 'held:' || to_char(h.month, 'YYYY-MM'), 'return-rest:' || h.identity_id || ':' || h.supporter_id,
       'funds:' || h.supporter_id, sum(h.amount)::bigint
from held_shares h
where h.state = 'held' and exists (select from held_shares o where o.identity_id = h.identity_id
    and o.month = h.month and o.state = 'returned')
group by h.month, h.identity_id, h.supporter_id;
insert into holdings (identity_id, month, supporters, amount, state, claim_id, decided_at)
select h.identity_id, h.month, count(distinct h.supporter_id), sum(h.amount)::bigint,
       case when bool_or(h.state = 'returned') then 'returned' else max(h.state) end,
       case when not bool_or(h.state = 'returned') then max(h.claim_id) end, max(h.decided_at)
from held_shares h join months m on m.month = h.month and m.state = 'settled'
group by h.identity_id, h.month;

drop trigger held_share_is_decided_once on held_shares;
drop index held_shares_waiting;
create index held_shares_month on held_shares using brin (month);
alter table held_shares drop column state, drop column claim_id, drop column decided_at;
revoke update, delete on held_shares from ${app_role};

-- Who ever asked for no flattrs, and by what proof: also after they changed their mind, nobody writes to them.
create table opt_outs (
    identity_id bigint not null references identities,
    begun_at    timestamptz not null,
    proof       text not null check (proof ~ '^[a-z][a-z_]{1,29}$'),
    primary key (identity_id, begun_at)
);
insert into opt_outs (identity_id, begun_at, proof)
select id, opted_out_at, 'account' from identities where opted_out_at is not null;

-- For whom how much is held, for the page that lists them; counted again where something changed.
create table most_wanted (
    identity_id bigint primary key references identities,
    supporters  bigint not null check (supporters > 0),
    held        bigint not null check (held > 0)
);
create index most_wanted_order on most_wanted (held desc, identity_id desc);
create table wanted_stale (
    identity_id bigint primary key references identities
);
insert into wanted_stale select distinct identity_id from holdings where state = 'held';

-- Whom a notifier has spoken about: once, ever.
create table notices (
    identity_id bigint primary key references identities,
    spoken_at   timestamptz not null
);
