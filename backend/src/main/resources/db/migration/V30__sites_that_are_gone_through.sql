-- Sites whose assignments have changed and whose things are not all gone through yet: up to which key they are. What is
-- flattred meanwhile goes by the assignments and not by what its thing says.
create table sites_to_go_through (
    site_id bigint primary key references identities,
    after   text collate "C" not null
);
