-- What an operator has decided counts as much as the strongest proof where its winner opts out: no weaker one ends that.
create or replace function proof_strength(proof text) returns int language sql immutable as $$
    select case proof
        when 'platform' then 4 when 'email' then 4 when 'dns' then 4 when 'operator' then 4
        when 'file' then 3 when 'meta' then 2 when 'rel_me' then 1 else 0 end
$$;

-- What ends an opt-out: the proof by which it was made, or one that is as strong at least; an operator's word, which nobody
-- can look at, ends only what was said by it.
create or replace function ends_opt_out(of_identity bigint, with_proof text) returns boolean language sql stable as $$
    select coalesce((
        select with_proof = o.proof
            or with_proof <> 'operator' and proof_strength(with_proof) >= proof_strength(o.proof)
        from opt_outs o where o.identity_id = of_identity order by o.begun_at desc limit 1), true)
$$;

-- Whoever is known by an e-mail address alone is listed nowhere, whatever the owner of their thing has said before.
update things t set hidden = true
from identities i
where i.id = t.identity_id and starts_with(i.name, 'email:') and not t.hidden;
