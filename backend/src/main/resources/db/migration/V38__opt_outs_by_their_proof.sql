-- By what proof whoever had claimed it opted out: the one by which they had it then.
update opt_outs o set proof = c.proof
from claims c
where o.proof = 'account' and c.identity_id = o.identity_id and c.claimed_at <= o.begun_at
  and (c.ended_at is null or c.ended_at > o.begun_at);

-- How much a proof counts, as package identities orders them: an operator's word, which nobody can look at, for nothing.
create function proof_strength(proof text) returns int language sql immutable as $$
    select case proof
        when 'platform' then 4 when 'email' then 4 when 'dns' then 4
        when 'file' then 3 when 'meta' then 2 when 'rel_me' then 1 else 0 end
$$;

-- What ends an opt-out: the proof by which it was made, or a stronger one (rule 11).
create function ends_opt_out(of_identity bigint, with_proof text) returns boolean language sql stable as $$
    select coalesce((
        select proof_strength(with_proof) >= proof_strength(o.proof)
        from opt_outs o where o.identity_id = of_identity order by o.begun_at desc limit 1), true)
$$;
