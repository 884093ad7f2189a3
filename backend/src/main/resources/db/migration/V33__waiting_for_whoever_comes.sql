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
