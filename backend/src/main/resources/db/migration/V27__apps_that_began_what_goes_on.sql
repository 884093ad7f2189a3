-- An app is kept, with its people's limits, as long as something that it began goes on.
create index subscriptions_by_apps on subscriptions (app_id) where app_id is not null and ended_at is null;
