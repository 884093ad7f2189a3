-- The app that asked for it last counts what comes of it for its limit; null where the supporter did that by hand.
alter table subscriptions add column app_id uuid;
alter table subscriptions drop constraint subscriptions_missed_for_check;
alter table subscriptions add constraint subscriptions_missed_for_check
    check (missed_for in ('no_means', 'not_found', 'opted_out', 'flattr_owner', 'app_limit'));
