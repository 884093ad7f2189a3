prepare reg(bigint,text[],text[],text[],text[],text[],text[],text[],text[],boolean[]) as             with wanted as materialized (
                select url, key, site, title, description, category, language, string_to_array(tags, ',') as tags, hidden
                from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
                    $9::text[], $10::boolean[]) w(url, key, site, title, description, category, language, tags, hidden)),
            added_sites as (
                insert into identities (name)
                select distinct w.site from wanted w
                where not exists (select from identities i where i.name = w.site) order by w.site
                on conflict do nothing returning id, name, account_id, contested, opted_out_at),
            sites as (
                select i.id, i.name, i.account_id, i.contested, i.opted_out_at from identities i
                where i.name in (select w.site from wanted w)
                union all select * from added_sites),
            added as (
                insert into things as t (url, url_key, identity_id, title, description, category, language, tags, hidden,
                    created_at, updated_at)
                select w.url, w.key, s.id, own.title, own.description, coalesce(own.category, 'rest'), own.language,
                    coalesce(own.tags, '{}'), coalesce(own.hidden, false), n.now, n.now
                from wanted w join sites s on s.name = w.site
                left join lateral (select w.* where s.account_id = $1) own on true, (select calendar_now() as now) n
                where not exists (select from things o where o.url_key = w.key)
                order by w.key
                on conflict do nothing returning             t.id, t.url, t.identity_id, t.title, t.description, t.category, t.language, t.tags, t.hidden, t.deleted_at,
                t.created_at, t.updated_at),
            due as (
                select t.id, coalesce(own.url, t.url) as url, coalesce(own.title, t.title) as title,
                    coalesce(own.description, t.description) as description,
                    coalesce(own.category, t.category) as category, coalesce(own.language, t.language) as language,
                    coalesce(own.tags, t.tags) as tags, coalesce(own.hidden, t.hidden) as hidden
                from wanted w join things t on t.url_key = w.key join identities i on i.id = t.identity_id
                left join lateral (select w.* where i.account_id = $1) own on true
                where t.deleted_at is not null and coalesce(i.account_id = $1, true)
                    or (t.url, t.title, t.description, t.category, t.language, t.tags, t.hidden) is distinct from
                       (coalesce(own.url, t.url), coalesce(own.title, t.title), coalesce(own.description, t.description),
                        coalesce(own.category, t.category), coalesce(own.language, t.language),
                        coalesce(own.tags, t.tags), coalesce(own.hidden, t.hidden))
                order by t.id for no key update of t),
            changed as (
                update things t set deleted_at = null, url = d.url, title = d.title, description = d.description,
                    category = d.category, language = d.language, tags = d.tags, hidden = d.hidden,
                    updated_at = calendar_now()
                from due d where t.id = d.id returning             t.id, t.url, t.identity_id, t.title, t.description, t.category, t.language, t.tags, t.hidden, t.deleted_at,
                t.created_at, t.updated_at),
            met as (
                select 'created' as outcome, t.*, s.name, s.account_id, s.contested, s.opted_out_at
                from added t join sites s on s.id = t.identity_id
                union all
                select 'changed', t.*, i.name, i.account_id, i.contested, i.opted_out_at
                from changed t join identities i on i.id = t.identity_id
                union all
                select 'unchanged',             t.id, t.url, t.identity_id, t.title, t.description, t.category, t.language, t.tags, t.hidden, t.deleted_at,
                t.created_at, t.updated_at, i.name, i.account_id, i.contested, i.opted_out_at
                from wanted w join things t on t.url_key = w.key join identities i on i.id = t.identity_id
                where t.id not in (select id from changed))
            select i.*, i.name as identity_name, o.username
            from met i left join accounts o on o.id = i.account_id;
set client_min_messages=log; set log_statement_stats=on;
select array_agg(u) as urls, array_agg(u) as keys, array_agg(s) as sites, array_agg(t) as titles, array_agg(n) as nulls, array_agg(hid) hid from (select 'https://blog-1020.example.org/2026/11/post-'||(1020000+g)||'/' u, 'site:blog-1020.example.org' s, 'A post title of usual length, number '||(1020000+g) t, null::text n, null::boolean hid from generate_series(1,500) g) x \gset
 execute reg(1020, :'urls', :'keys', :'sites', :'titles', :'nulls', :'nulls', :'nulls', :'nulls', :'hid') \g /dev/null
select array_agg(u) as urls, array_agg(u) as keys, array_agg(s) as sites, array_agg(t) as titles, array_agg(n) as nulls, array_agg(hid) hid from (select 'https://blog-1021.example.org/2026/11/post-'||(1021000+g)||'/' u, 'site:blog-1021.example.org' s, 'A post title of usual length, number '||(1021000+g) t, null::text n, null::boolean hid from generate_series(1,500) g) x \gset
 execute reg(1021, :'urls', :'keys', :'sites', :'titles', :'nulls', :'nulls', :'nulls', :'nulls', :'hid') \g /dev/null
select array_agg(u) as urls, array_agg(u) as keys, array_agg(s) as sites, array_agg(t) as titles, array_agg(n) as nulls, array_agg(hid) hid from (select 'https://blog-1022.example.org/2026/11/post-'||(1022000+g)||'/' u, 'site:blog-1022.example.org' s, 'A post title of usual length, number '||(1022000+g) t, null::text n, null::boolean hid from generate_series(1,500) g) x \gset
 execute reg(1022, :'urls', :'keys', :'sites', :'titles', :'nulls', :'nulls', :'nulls', :'nulls', :'hid') \g /dev/null
select array_agg(u) as urls, array_agg(u) as keys, array_agg(s) as sites, array_agg(t) as titles, array_agg(n) as nulls, array_agg(hid) hid from (select 'https://blog-1023.example.org/2026/11/post-'||(1023000+g)||'/' u, 'site:blog-1023.example.org' s, 'A post title of usual length, number '||(1023000+g) t, null::text n, null::boolean hid from generate_series(1,500) g) x \gset
 execute reg(1023, :'urls', :'keys', :'sites', :'titles', :'nulls', :'nulls', :'nulls', :'nulls', :'hid') \g /dev/null
select array_agg(u) as urls, array_agg(u) as keys, array_agg(s) as sites, array_agg(t) as titles, array_agg(n) as nulls, array_agg(hid) hid from (select 'https://blog-1024.example.org/2026/11/post-'||(1024000+g)||'/' u, 'site:blog-1024.example.org' s, 'A post title of usual length, number '||(1024000+g) t, null::text n, null::boolean hid from generate_series(1,500) g) x \gset
 execute reg(1024, :'urls', :'keys', :'sites', :'titles', :'nulls', :'nulls', :'nulls', :'nulls', :'hid') \g /dev/null
select array_agg(u) as urls, array_agg(u) as keys, array_agg(s) as sites, array_agg(t) as titles, array_agg(n) as nulls, array_agg(hid) hid from (select 'https://blog-1025.example.org/2026/11/post-'||(1025000+g)||'/' u, 'site:blog-1025.example.org' s, 'A post title of usual length, number '||(1025000+g) t, null::text n, null::boolean hid from generate_series(1,500) g) x \gset
 execute reg(1025, :'urls', :'keys', :'sites', :'titles', :'nulls', :'nulls', :'nulls', :'nulls', :'hid') \g /dev/null
select array_agg(u) as urls, array_agg(u) as keys, array_agg(s) as sites, array_agg(t) as titles, array_agg(n) as nulls, array_agg(hid) hid from (select 'https://blog-1026.example.org/2026/11/post-'||(1026000+g)||'/' u, 'site:blog-1026.example.org' s, 'A post title of usual length, number '||(1026000+g) t, null::text n, null::boolean hid from generate_series(1,500) g) x \gset
 execute reg(1026, :'urls', :'keys', :'sites', :'titles', :'nulls', :'nulls', :'nulls', :'nulls', :'hid') \g /dev/null
select array_agg(u) as urls, array_agg(u) as keys, array_agg(s) as sites, array_agg(t) as titles, array_agg(n) as nulls, array_agg(hid) hid from (select 'https://blog-1027.example.org/2026/11/post-'||(1027000+g)||'/' u, 'site:blog-1027.example.org' s, 'A post title of usual length, number '||(1027000+g) t, null::text n, null::boolean hid from generate_series(1,500) g) x \gset
 execute reg(1027, :'urls', :'keys', :'sites', :'titles', :'nulls', :'nulls', :'nulls', :'nulls', :'hid') \g /dev/null
select array_agg(u) as urls, array_agg(u) as keys, array_agg(s) as sites, array_agg(t) as titles, array_agg(n) as nulls, array_agg(hid) hid from (select 'https://blog-1028.example.org/2026/11/post-'||(1028000+g)||'/' u, 'site:blog-1028.example.org' s, 'A post title of usual length, number '||(1028000+g) t, null::text n, null::boolean hid from generate_series(1,500) g) x \gset
 execute reg(1028, :'urls', :'keys', :'sites', :'titles', :'nulls', :'nulls', :'nulls', :'nulls', :'hid') \g /dev/null
select array_agg(u) as urls, array_agg(u) as keys, array_agg(s) as sites, array_agg(t) as titles, array_agg(n) as nulls, array_agg(hid) hid from (select 'https://blog-1029.example.org/2026/11/post-'||(1029000+g)||'/' u, 'site:blog-1029.example.org' s, 'A post title of usual length, number '||(1029000+g) t, null::text n, null::boolean hid from generate_series(1,500) g) x \gset
 execute reg(1029, :'urls', :'keys', :'sites', :'titles', :'nulls', :'nulls', :'nulls', :'nulls', :'hid') \g /dev/null
select array_agg(u) as urls, array_agg(u) as keys, array_agg(s) as sites, array_agg(t) as titles, array_agg(n) as nulls, array_agg(hid) hid from (select 'https://blog-1030.example.org/2026/11/post-'||(1030000+g)||'/' u, 'site:blog-1030.example.org' s, 'A post title of usual length, number '||(1030000+g) t, null::text n, null::boolean hid from generate_series(1,500) g) x \gset
 execute reg(1030, :'urls', :'keys', :'sites', :'titles', :'nulls', :'nulls', :'nulls', :'nulls', :'hid') \g /dev/null
select array_agg(u) as urls, array_agg(u) as keys, array_agg(s) as sites, array_agg(t) as titles, array_agg(n) as nulls, array_agg(hid) hid from (select 'https://blog-1031.example.org/2026/11/post-'||(1031000+g)||'/' u, 'site:blog-1031.example.org' s, 'A post title of usual length, number '||(1031000+g) t, null::text n, null::boolean hid from generate_series(1,500) g) x \gset
 execute reg(1031, :'urls', :'keys', :'sites', :'titles', :'nulls', :'nulls', :'nulls', :'nulls', :'hid') \g /dev/null
select array_agg(u) as urls, array_agg(u) as keys, array_agg(s) as sites, array_agg(t) as titles, array_agg(n) as nulls, array_agg(hid) hid from (select 'https://blog-1032.example.org/2026/11/post-'||(1032000+g)||'/' u, 'site:blog-1032.example.org' s, 'A post title of usual length, number '||(1032000+g) t, null::text n, null::boolean hid from generate_series(1,500) g) x \gset
 execute reg(1032, :'urls', :'keys', :'sites', :'titles', :'nulls', :'nulls', :'nulls', :'nulls', :'hid') \g /dev/null
select array_agg(u) as urls, array_agg(u) as keys, array_agg(s) as sites, array_agg(t) as titles, array_agg(n) as nulls, array_agg(hid) hid from (select 'https://blog-1033.example.org/2026/11/post-'||(1033000+g)||'/' u, 'site:blog-1033.example.org' s, 'A post title of usual length, number '||(1033000+g) t, null::text n, null::boolean hid from generate_series(1,500) g) x \gset
 execute reg(1033, :'urls', :'keys', :'sites', :'titles', :'nulls', :'nulls', :'nulls', :'nulls', :'hid') \g /dev/null
select array_agg(u) as urls, array_agg(u) as keys, array_agg(s) as sites, array_agg(t) as titles, array_agg(n) as nulls, array_agg(hid) hid from (select 'https://blog-1034.example.org/2026/11/post-'||(1034000+g)||'/' u, 'site:blog-1034.example.org' s, 'A post title of usual length, number '||(1034000+g) t, null::text n, null::boolean hid from generate_series(1,500) g) x \gset
 execute reg(1034, :'urls', :'keys', :'sites', :'titles', :'nulls', :'nulls', :'nulls', :'nulls', :'hid') \g /dev/null
select array_agg(u) as urls, array_agg(u) as keys, array_agg(s) as sites, array_agg(t) as titles, array_agg(n) as nulls, array_agg(hid) hid from (select 'https://blog-1035.example.org/2026/11/post-'||(1035000+g)||'/' u, 'site:blog-1035.example.org' s, 'A post title of usual length, number '||(1035000+g) t, null::text n, null::boolean hid from generate_series(1,500) g) x \gset
 execute reg(1035, :'urls', :'keys', :'sites', :'titles', :'nulls', :'nulls', :'nulls', :'nulls', :'hid') \g /dev/null
select array_agg(u) as urls, array_agg(u) as keys, array_agg(s) as sites, array_agg(t) as titles, array_agg(n) as nulls, array_agg(hid) hid from (select 'https://blog-1036.example.org/2026/11/post-'||(1036000+g)||'/' u, 'site:blog-1036.example.org' s, 'A post title of usual length, number '||(1036000+g) t, null::text n, null::boolean hid from generate_series(1,500) g) x \gset
 execute reg(1036, :'urls', :'keys', :'sites', :'titles', :'nulls', :'nulls', :'nulls', :'nulls', :'hid') \g /dev/null
