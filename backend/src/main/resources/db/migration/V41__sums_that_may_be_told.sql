-- A sum from so few people that it would tell what one of them gave is not kept with the list of the most wanted, so that
-- neither the list nor its order tells it: 0 stands for it. How few is for the server to say when it counts, so that
-- everybody is counted once more.
alter table most_wanted
    drop constraint most_wanted_held_check,
    add constraint most_wanted_held_check check (held >= 0);
insert into wanted_stale select identity_id from most_wanted order by 1
on conflict (identity_id) do update set identity_id = excluded.identity_id;
delete from most_wanted;
