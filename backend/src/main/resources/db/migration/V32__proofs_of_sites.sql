-- A site is proven by a TXT record, too, and by a link of its home page to a profile here.
alter table claims drop constraint claims_proof_check;
alter table claims add constraint claims_proof_check check (proof in ('account', 'dns', 'file', 'meta', 'rel_me'));
