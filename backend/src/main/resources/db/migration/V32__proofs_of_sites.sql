-- A site is proven by a TXT record, too, and by a link of its home page to a profile here.

-- When a proven site is looked at again; since when nobody can say whether its proof is there; and, once its owner has
-- been told that it is not, when the claim ends.
create table site_looks (
    identity_id  bigint primary key references identities,
    due_at       timestamptz not null,
    silent_since timestamptz,
    lost_at      timestamptz
);
create index site_looks_due on site_looks (due_at);
insert into site_looks (identity_id, due_at)
select c.identity_id, calendar_now() + c.identity_id % 30 * interval '1 day'
from claims c join identities i on i.id = c.identity_id and i.name like 'site:%'
where c.ended_at is null;

-- When the site of a contest is looked at next, since when both sides show equally strong proofs so that only an operator
-- can decide, and what an operator decided why.
alter table contests
    add column look_at     timestamptz,
    add column waits_since timestamptz,
    add column operator_id bigint references accounts,
    add column reason      text check (length(reason) between 1 and 500),
    add check ((operator_id is null) = (reason is null));
