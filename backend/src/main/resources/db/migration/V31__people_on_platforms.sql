-- Whom identities of other platforms are: the number that a platform gives for ever is the key, the handle is only shown.
create table platform_users (
    identity_id  bigint primary key references identities,
    platform     text collate "C" not null,
    user_id      text collate "C" not null check (octet_length(user_id) between 1 and 200),
    handle       text not null check (length(handle) between 1 and 200),
    display_name text check (length(display_name) <= 200),
    profile      text not null check (octet_length(profile) <= 2000),
    seen_at      timestamptz not null,
    unique (platform, user_id)
);
create index platform_users_handle on platform_users (platform, lower(handle));
