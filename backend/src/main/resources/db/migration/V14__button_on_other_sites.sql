-- A log-in that holds on one other site: what the button's frame there has, named by that site's origin.
alter table grants drop constraint grants_kind_check;
alter table grants add constraint grants_kind_check check (kind in ('browser', 'personal', 'button'));
create index grants_of_sites on grants (account_id, name) where kind = 'button' and ended_at is null;

-- What renews such a log-in's tokens: a key that never leaves the frame's storage, and a handle that changes each time.
create table button_keys (
    grant_id      uuid primary key references grants on delete cascade,
    public_key    bytea not null check (length(public_key) between 60 and 200),
    handle        bytea not null check (length(handle) = 32),
    handle_before bytea check (length(handle_before) = 32),
    renewed_at    timestamptz not null
);

-- What the window hands to the frame, once: good only together with the secret behind the challenge.
create table button_codes (
    code       bytea primary key check (length(code) = 32),
    account_id bigint not null references accounts,
    site       text not null,
    challenge  bytea not null check (length(challenge) = 32),
    expires_at timestamptz not null
);
create index button_codes_expiry on button_codes (expires_at);

-- Presses inside a frame: what bounds a hostile page, and what its visitor sees of each site.
create table button_presses (
    supporter_id bigint not null,
    site         text not null,
    pressed_at   timestamptz not null,
    press        uuid not null,
    thing_id     bigint,
    seen         boolean not null,
    primary key (supporter_id, site, pressed_at, press)
);
create index button_presses_age on button_presses (pressed_at);
