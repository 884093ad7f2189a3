-- A new password looks for what an account's apps have not shown yet.
create index app_codes_account on app_codes (account_id) where spent_at is null;
