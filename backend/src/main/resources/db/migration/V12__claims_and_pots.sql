-- The fee of a claim is the one in force when it was made, also where it is paid later.
alter table claims add column fee_percent int check (fee_percent between 0 and 100);

-- Who opted out, for the job that gives held shares back.
create index identities_opted_out on identities (id) where opted_out_at is not null;

-- What a supporter's month has to share: the pot that was moved, else what it would be if the month were closed now;
-- nothing once pots have moved, and nothing for a closed month without a flattr.
create or replace function pot_of(supporter bigint, of_month date) returns bigint language sql stable as $$
    select coalesce(
        (select amount from pots where supporter_id = supporter and month = of_month),
        (select least(b.amount, funds.balance) from budgets b
         join ledger_accounts funds on funds.name = 'funds:' || b.supporter_id
         join months m on m.month = of_month
         where b.supporter_id = supporter
           and (m.state = 'open' or m.pots_moved_at is null and exists (
                select from flattrs f where f.supporter_id = supporter and f.month = of_month))),
        0)
$$;
