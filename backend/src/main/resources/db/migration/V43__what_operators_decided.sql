-- Whom a contest was decided for, and who lost it: what an operator decided stands between these two.
alter table contests
    add column winner_id bigint references accounts,
    add column loser_id bigint references accounts;

update contests k set winner_id = c.account_id,
    loser_id = case when k.challenger_id <> c.account_id then k.challenger_id else (
        select l.account_id from claims l where l.identity_id = k.identity_id and l.ended_at = k.decided_at limit 1) end
from claims c
where k.operator_id is not null and c.identity_id = k.identity_id and c.claimed_at <= k.decided_at
  and (c.ended_at is null or c.ended_at > k.decided_at);

-- Whether the last word of an operator between the one who has an identity and another account was against the latter.
create function lost_to_operators_word(of_identity bigint, challenger bigint) returns boolean language sql stable as $$
    select coalesce((
        select k.loser_id = challenger
        from contests k join identities i on i.id = k.identity_id
        where k.identity_id = of_identity and k.operator_id is not null
          and (k.winner_id, k.loser_id) in ((i.account_id, challenger), (challenger, i.account_id))
        order by k.decided_at desc limit 1), false)
$$;

-- Whether whoever has an identity has it by the word of an operator.
create function stands_by_operator(of_identity bigint) returns boolean language sql stable as $$
    select exists (
        select from contests k join claims c on c.identity_id = k.identity_id and c.ended_at is null
        where k.identity_id = of_identity and k.operator_id is not null and k.winner_id = c.account_id
          and c.claimed_at <= k.decided_at)
$$;

-- Whoever has a site by an operator's word keeps it without a proof there, also where it was decided before.
delete from site_looks l where stands_by_operator(l.identity_id);
