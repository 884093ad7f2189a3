-- What waits to be told of somebody to an app is forgotten with the access, wherever that is ended, and never sent when
-- it is allowed again. It goes on waiting while another consent lets the app read it.
create index hook_deliveries_waiting on hook_deliveries (account_id, endpoint_id)
    where account_id is not null and due_at is not null;

create function forget_what_waits() returns trigger language plpgsql as
$$ begin
    update hook_deliveries d set due_at = null, data = '{}', failure = 'Its person has ended the access.'
    from hook_endpoints e
    where e.app_id = new.app_id and d.endpoint_id = e.id and d.account_id = new.account_id and d.due_at is not null
      and not app_may_read(e.app_id, d.account_id, d.scope);
    return null;
end $$;
create trigger forget_what_waits after update of ended_at on grants for each row
    when (new.app_id is not null and old.ended_at is null and new.ended_at is not null)
    execute function forget_what_waits();
