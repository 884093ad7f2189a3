-- When a platform was last asked about somebody again, so that one that does not answer is not asked by every visitor;
-- and what their thing was last called by what it answered, so that a title of its owner's own is left alone.
alter table platform_users
    add asked_at    timestamptz,
    add thing_title text check (length(thing_title) <= 100);
