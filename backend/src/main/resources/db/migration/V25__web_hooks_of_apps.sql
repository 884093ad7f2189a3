-- An app's endpoint is told of everybody who lets that app read it. What it is told of somebody names them, and the scope
-- that it takes: when they end that, what has not been sent yet never is.
alter table hook_endpoints add constraint hook_endpoints_of_apps foreign key (app_id) references apps on delete cascade;
create index hook_endpoints_app on hook_endpoints (app_id) where app_id is not null;
alter table hook_deliveries add column account_id bigint, add column scope text,
    add constraint what_is_told_of_somebody_takes_a_scope check ((account_id is null) = (scope is null));

create function app_may_read(reader uuid, person bigint, needed text) returns boolean language sql stable as
$$ select exists (select from grants g where g.app_id = reader and g.account_id = person and g.ended_at is null
                  and g.expires_at > now() and g.scopes @> array[needed]) $$;

-- Where an event of somebody is told: at their own endpoints, and at those of the apps that may read it, which are told
-- whose it is.
create function hook_listeners(person bigint, told text, needed text)
returns table (endpoint_id bigint, account_id bigint, scope text) language sql stable as
$$ select e.id, null::bigint, null::text from hook_endpoints e
   where e.account_id = person and e.app_id is null and e.events @> array[told] and e.disabled_at is null
   union
   select e.id, person, needed from grants g join hook_endpoints e on e.app_id = g.app_id
   where g.account_id = person and g.app_id is not null and g.ended_at is null and g.expires_at > now()
     and g.scopes @> array[needed] and e.events @> array[told] and e.disabled_at is null $$;

create function hook_data(said json, person bigint) returns json language sql stable as
$$ select case when person is null then said
          else (said::jsonb || jsonb_build_object('account',
                                                  (select username from accounts where id = person)))::json end $$;
