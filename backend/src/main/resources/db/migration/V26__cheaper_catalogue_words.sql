-- The words of the catalogue for less work: those of a grammar only where there is one, nothing for what is not there, and
-- read into the statement that registers, which PostgreSQL does with what has no setting and calls nothing less certain
-- than itself. That a word is too long to be found is told only to who writes one of more than 2 kB.
create function catalogue_joined(tags text[]) returns text language sql immutable parallel safe
return array_to_string(tags, ' ');
create or replace function catalogue_words(language text, title text, description text, tags text[], url_key text)
returns tsvector language sql immutable parallel safe
return setweight(to_tsvector('pg_catalog.simple'::regconfig, coalesce(title, '')), 'A')
    || case when catalogue_grammar(language) <> 'pg_catalog.simple'::regconfig
            then setweight(to_tsvector(catalogue_grammar(language), coalesce(title, '')), 'A')
              || setweight(to_tsvector(catalogue_grammar(language), coalesce(description, '')), 'C')
            else ''::tsvector end
    || case when description is not null or tags <> '{}'
            then setweight(to_tsvector('pg_catalog.simple'::regconfig, catalogue_joined(tags)), 'B')
              || setweight(to_tsvector('pg_catalog.simple'::regconfig, coalesce(description, '')), 'C')
            else ''::tsvector end
    || setweight(to_tsvector('pg_catalog.simple'::regconfig, translate(url_key, '/.-_?&=#%+:', '           ')), 'D');

-- Most things have no tags, and a function that reads a list is not read into a statement.
create function catalogue_tags_of(tags text[]) returns text[] language sql immutable parallel safe
return (select coalesce(array_agg(lower(tag)), '{}') from unnest(tags) as tag);
create or replace function catalogue_tags(tags text[]) returns text[] language sql immutable parallel safe
return case when tags = '{}' then tags else catalogue_tags_of(tags) end;

-- What is there was written with words twice where there is no grammar, and would be ranked before what comes.
update things set title = title;
