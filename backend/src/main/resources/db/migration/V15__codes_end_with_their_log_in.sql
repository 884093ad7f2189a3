-- A code is good only while the log-in lasts in whose window it was made, and an account has one for each site.
delete from button_codes;
alter table button_codes add column log_in uuid not null;
create unique index button_codes_of_sites on button_codes (account_id, site);
