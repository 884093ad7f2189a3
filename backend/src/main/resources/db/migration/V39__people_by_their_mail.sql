-- Whether an identity is a person, wherever they are: on another platform, or known by an e-mail address alone. Their things
-- stand under addresses of this server and are nobody's but theirs, whoever owns its site.
create function is_somebody(of_identity bigint) returns boolean language sql stable as $$
    select exists (select from platform_users where identity_id = of_identity)
        or exists (select from identities where id = of_identity and starts_with(name, 'email:'))
$$;
