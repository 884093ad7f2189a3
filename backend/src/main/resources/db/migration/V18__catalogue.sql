-- The grammar by which the words of a thing are read; what PostgreSQL knows no grammar of is read word by word. Bound when
-- it is made, so that a restored backup finds it under any search path.
create function catalogue_grammar(language text) returns regconfig language sql immutable parallel safe
return case split_part(language, '_', 1)
    when 'ar' then 'pg_catalog.arabic'::regconfig when 'ca' then 'pg_catalog.catalan'::regconfig
    when 'da' then 'pg_catalog.danish'::regconfig when 'de' then 'pg_catalog.german'::regconfig
    when 'el' then 'pg_catalog.greek'::regconfig when 'en' then 'pg_catalog.english'::regconfig
    when 'es' then 'pg_catalog.spanish'::regconfig when 'eu' then 'pg_catalog.basque'::regconfig
    when 'fi' then 'pg_catalog.finnish'::regconfig when 'fr' then 'pg_catalog.french'::regconfig
    when 'ga' then 'pg_catalog.irish'::regconfig when 'hi' then 'pg_catalog.hindi'::regconfig
    when 'hu' then 'pg_catalog.hungarian'::regconfig when 'hy' then 'pg_catalog.armenian'::regconfig
    when 'id' then 'pg_catalog.indonesian'::regconfig when 'it' then 'pg_catalog.italian'::regconfig
    when 'lt' then 'pg_catalog.lithuanian'::regconfig when 'nb' then 'pg_catalog.norwegian'::regconfig
    when 'nl' then 'pg_catalog.dutch'::regconfig when 'nn' then 'pg_catalog.norwegian'::regconfig
    when 'pt' then 'pg_catalog.portuguese'::regconfig when 'ro' then 'pg_catalog.romanian'::regconfig
    when 'ru' then 'pg_catalog.russian'::regconfig when 'sv' then 'pg_catalog.swedish'::regconfig
    when 'ta' then 'pg_catalog.tamil'::regconfig when 'tr' then 'pg_catalog.turkish'::regconfig
    else 'pg_catalog.simple'::regconfig end;

create function catalogue_tags(tags text[]) returns text[] language sql immutable parallel safe
return (select coalesce(array_agg(lower(tag)), '{}') from unnest(tags) as tag);

-- What a thing is found by: each word as its language's grammar has it and as it is written; the title weighs most, the
-- address least.
create function catalogue_words(language text, title text, description text, tags text[], url_key text) returns tsvector
language sql immutable parallel safe set client_min_messages = 'warning'
return setweight(to_tsvector(catalogue_grammar(language), coalesce(title, '')), 'A')
    || setweight(to_tsvector('pg_catalog.simple'::regconfig, coalesce(title, '')), 'A')
    || setweight(to_tsvector('pg_catalog.simple'::regconfig, array_to_string(tags, ' ')), 'B')
    || setweight(to_tsvector(catalogue_grammar(language), coalesce(description, '')), 'C')
    || setweight(to_tsvector('pg_catalog.simple'::regconfig, coalesce(description, '')), 'C')
    || setweight(to_tsvector('pg_catalog.simple'::regconfig, translate(url_key, '/.-_?&=#%+:', '           ')), 'D');

-- In one of the grammars; that a word means nothing in some of them is nothing to be told of.
create function catalogue_question_of(asked text) returns tsquery language sql immutable parallel safe
set client_min_messages = 'warning'
return (select string_agg(distinct '(' || case when querytree(q.strict) in ('T', '') then q.plain else q.strict end::text || ')',
                          ' | ')::tsquery
        from unnest(array['simple', 'arabic', 'catalan', 'danish', 'german', 'greek', 'english', 'spanish', 'basque',
                          'finnish', 'french', 'irish', 'hindi', 'hungarian', 'armenian', 'indonesian', 'italian',
                          'lithuanian', 'norwegian', 'dutch', 'portuguese', 'romanian', 'russian', 'swedish', 'tamil',
                          'turkish']) as grammar,
             lateral (select websearch_to_tsquery(('pg_catalog.' || grammar)::regconfig, asked) as strict,
                             plainto_tsquery(('pg_catalog.' || grammar)::regconfig, asked) as plain) as q
        where numnode(q.plain) > 0);

-- What is asked for, in every grammar: things of several languages are found by one question. What is excluded is so in
-- every grammar too. Where nothing is asked for beside that, no index could tell the answer: then it is asked for.
create function catalogue_question(asked text) returns tsquery language sql immutable parallel safe
return (select coalesce(catalogue_question_of(part.wanted) && (!! part.unwanted),
                        catalogue_question_of(part.wanted), part.unwanted)
        from (select regexp_replace(asked, '(^|\s)-("[^"]*"|\S+)', ' ', 'g') as wanted,
                     (select string_agg('(' || catalogue_question_of(found[2])::text || ')', ' | ')::tsquery
                      from regexp_matches(asked, '(^|\s)-("[^"]*"|\S+)', 'g') as found) as unwanted) as part);

alter table things
    add column words tsvector generated always as
        (catalogue_words(language, title, description, tags, url_key)) stored,
    add column tag_keys text[] generated always as (catalogue_tags(tags)) stored;
create index things_words on things using gin (words) where not hidden and deleted_at is null;
create index things_tags on things using gin (tag_keys) where not hidden and deleted_at is null;
create index things_language on things (language, id desc) where not hidden and deleted_at is null;
create index things_category on things (category, id desc) where not hidden and deleted_at is null;

-- How often a thing had been flattred by the end of a day, for days on which that changed; the last one before the
-- longest window stays as its beginning.
create table thing_days (
    thing_id bigint not null,
    day      date not null,
    flattrs  bigint not null check (flattrs >= 0),
    primary key (thing_id, day)
);

-- By what the catalogue is sorted: what was gained today, in the last 7 and 30 days, and the trend. The trend is the
-- logarithm of all flattrs, each of which counts twice as much as one of two days before; so it never has to be
-- lowered while time passes. due is the day on which one of the windows loses something.
create table thing_ranks (
    thing_id bigint primary key,
    flattrs  bigint not null,
    in_day   bigint not null,
    in_week  bigint not null,
    in_month bigint not null,
    trend    bigint not null,
    due      date,
    -- When the fold last saw more flattrs than before.
    grew_at  timestamptz
);
create index thing_ranks_flattrs on thing_ranks (flattrs desc, thing_id desc) where flattrs > 0;
create index thing_ranks_in_day on thing_ranks (in_day desc, thing_id desc) where in_day > 0;
create index thing_ranks_in_week on thing_ranks (in_week desc, thing_id desc) where in_week > 0;
create index thing_ranks_in_month on thing_ranks (in_month desc, thing_id desc) where in_month > 0;
create index thing_ranks_trend on thing_ranks (trend desc, thing_id desc) where trend > 0;
create index thing_ranks_due on thing_ranks (due) where due is not null;

-- Up to where the changes of counters have been folded into the ranks; one server at a time folds.
create table ranks_folded (
    one_row boolean primary key default true check (one_row),
    mark    text not null default '0',
    read_at timestamptz not null default '-infinity'
);
insert into ranks_folded default values;

-- What was counted before is spread over its days; the first fold ranks it.
insert into thing_days
select g.thing_id, g.day,
       greatest(0, c.flattrs - coalesce(sum(g.flattrs) over (
           partition by g.thing_id order by g.day desc rows between unbounded preceding and 1 preceding), 0))
from (select thing_id, (given_at at time zone 'UTC')::date as day, count(*) as flattrs from flattrs group by 1, 2) g
join counters c on c.thing_id = g.thing_id;

-- What people say about themselves and let others see; who has no row says and shows nothing.
create table profiles (
    account_id     bigint primary key references accounts,
    first_name     text not null default '' check (length(first_name) <= 50),
    last_name      text not null default '' check (length(last_name) <= 50),
    about          text not null default '' check (length(about) <= 1000),
    city           text not null default '' check (length(city) <= 50),
    country        text not null default '' check (length(country) <= 50),
    url            text not null default '' check (length(url) <= 2000),
    -- 96 and 48 pixels wide and high, made by us.
    picture        bytea check (length(picture) <= 100000),
    small_picture  bytea check (length(small_picture) <= 100000),
    shows_profile  boolean not null default false,
    shows_given    boolean not null default false,
    shows_received boolean not null default false,
    constraint pictures_come_in_pairs check ((picture is null) = (small_picture is null))
);
create index profiles_shown on profiles (account_id) where shows_given;

-- The flattrs of those who show what they give, so that whoever looks at a maker or a thing finds them without reading
-- the many that are nobody's to see.
create table shown_flattrs (
    supporter_id bigint not null references profiles,
    month        date not null,
    thing_id     bigint not null,
    identity_id  bigint not null,
    given_at     timestamptz not null,
    primary key (supporter_id, month, thing_id)
);
create index shown_flattrs_identity on shown_flattrs (identity_id, given_at desc, supporter_id);
create index shown_flattrs_thing on shown_flattrs (thing_id, given_at desc, supporter_id);

-- Whose flattrs a batch wrote or took back: what is shown of them follows.
alter table counter_changes add column supporters bigint[] not null default '{}';
