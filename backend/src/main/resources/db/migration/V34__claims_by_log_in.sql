-- Applications of ours that registered themselves on servers where each allows that.
create table platform_apps (
    platform      text collate "C" primary key,
    client_id     text not null check (octet_length(client_id) between 1 and 500),
    client_secret text not null check (octet_length(client_secret) between 1 and 500),
    checked_at    timestamptz not null
);

-- Log-ins for which people have gone to a platform. Both are hashes: what the address carries, and what the browser keeps.
create table platform_log_ins (
    state      bytea primary key check (length(state) = 32),
    browser    bytea not null check (length(browser) = 32),
    platform   text collate "C" not null,
    client_id  text not null,
    expires_at timestamptz not null
);
create index platform_log_ins_expiry on platform_log_ins (expires_at);

-- Whom a browser has proven to be on a platform; the secret is the browser's.
create table platform_proofs (
    secret      bytea primary key check (length(secret) = 32),
    identity_id bigint not null references identities,
    proven_at   timestamptz not null,
    expires_at  timestamptz not null
);
create index platform_proofs_expiry on platform_proofs (expires_at);

-- When an account last showed that it is somebody on a platform: what contests are decided by.
create table platform_answers (
    identity_id bigint not null references identities,
    account_id  bigint not null references accounts,
    proven_at   timestamptz not null,
    primary key (identity_id, account_id)
);
