-- Programs of other people that may act for somebody. One that nobody owns has registered itself.
create table apps (
    id          uuid primary key,
    owner_id    bigint references accounts,
    name        text not null check (length(name) between 1 and 60),
    -- Null where there is no place to keep a secret: a program on a telephone or a desk.
    secret_hash bytea check (length(secret_hash) = 32),
    redirects   text[] not null check (cardinality(redirects) between 1 and 10),
    legacy      boolean not null default false,
    picture     bytea check (length(picture) <= 65536),
    created_at  timestamptz not null,
    deleted_at  timestamptz,
    constraint an_old_client_has_a_secret check (not legacy or secret_hash is not null),
    constraint an_old_client_has_a_developer check (not legacy or owner_id is not null)
);
create index apps_owner on apps (owner_id, created_at) where deleted_at is null;
create index apps_without_owner on apps (created_at) where owner_id is null;
create index apps_deleted on apps (deleted_at) where deleted_at is not null;

-- What somebody has allowed an app is a grant that names it.
alter table grants drop constraint grants_kind_check;
alter table grants add constraint grants_kind_check check (kind in ('browser', 'personal', 'button', 'app'));
alter table grants add column app_id uuid references apps;
alter table grants add constraint grants_of_apps_name_them check ((kind = 'app') = (app_id is not null));
create index grants_of_apps on grants (app_id, account_id, created_at) where app_id is not null;
create index grants_to_apps on grants (account_id, app_id) where app_id is not null and ended_at is null;

-- What a person's browser carries to an app, once. A spent one is kept for a day, to notice when it comes again.
create table app_codes (
    code       bytea primary key check (length(code) = 32),
    app_id     uuid not null references apps on delete cascade,
    account_id bigint not null,
    log_in     uuid not null,
    scopes     text[] not null,
    -- As the app named it; empty where it named none.
    redirect   text not null,
    challenge  bytea check (length(challenge) = 32),
    expires_at timestamptz not null,
    spent_at   timestamptz,
    grant_id   uuid
);
create index app_codes_expiry on app_codes (expires_at);
create index app_codes_app on app_codes (app_id);

-- What renews the tokens of a grant. There is one at a time, so any other that names the grant was used before.
create table app_refreshes (
    grant_id  uuid primary key references grants on delete cascade,
    token     bytea not null check (length(token) = 32),
    issued_at timestamptz not null
);

-- How many flattrs a month somebody lets an app give; no row means as many as it likes.
create table app_limits (
    account_id bigint not null references accounts,
    app_id     uuid not null references apps on delete cascade,
    most       int not null check (most between 0 and 100000),
    primary key (account_id, app_id)
);
create index app_limits_app on app_limits (app_id);

-- How many it gave; what was taken back still counts, or an app could go round and round.
create table app_flattrs (
    supporter_id bigint not null,
    month        date not null,
    app_id       uuid not null,
    flattrs      int not null check (flattrs >= 0),
    primary key (supporter_id, month, app_id)
) with (fillfactor = 80);
