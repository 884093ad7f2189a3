-- An identity as people name it: somebody on another platform by their name and handle there; others as they are written.
create function called(of_identity bigint) returns text language sql stable as $$
    select coalesce(
        (select coalesce(nullif(u.display_name, ''), u.handle) || ' (' || case
                when u.platform like '%:%' then '@' || u.handle || '@' || substr(u.platform, strpos(u.platform, ':') + 1)
                else u.handle || ' on ' || u.platform end || ')'
         from platform_users u where u.identity_id = of_identity),
        (select name from identities where id = of_identity))
$$;
