# blogs.sh - what the benchmarks of blogs share: bloggers with proven sites, their tokens, their posts as a feed, obolus sync.
# shellcheck shell=bash
# Sourced, after lib.sh, with POSTS set. Blog N is https://blog-N.example.org, and belongs to account N.

TEXT='What is said about it is as long as a summary usually is: two sentences or so, a hundred and fifty characters.'

# bloggers N: loads as many bloggers, each with a proven site and a line in $FOLDER/tokens.
bloggers() {
    say "loading $1 bloggers and their blogs"
    sql -v blogs="$1" <<'SQL'
insert into accounts (id, username, email, password_hash, created_at, confirmed_at)
select n, 'person-' || n, 'person-' || n || '@bench.example', '-', now(), now() from generate_series(1::bigint, :blogs) n;
insert into grants (id, account_id, kind, name, scopes, created_at, expires_at)
select ('00000000-0000-4000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, n, 'personal', 'bench', array['thing'],
       now(), now() + interval '1 day'
from generate_series(1::bigint, :blogs) n;
insert into identities (name, account_id)
select 'site:blog-' || n || '.example.org', n from generate_series(1::bigint, :blogs) n;
SQL
    local key secret expires
    IFS='|' read -r key secret expires < <(sql -At -c "select id, encode(secret, 'hex'),
        extract(epoch from now() + interval '1 day')::bigint from signing_keys where retired_at is null")
    java "$PROJECT/bench/Tokens.java" http://bench.example "$key" "$secret" "$expires" "$1" "$FOLDER/tokens" thing
}

token() { sed -n "$1p" "$FOLDER/tokens"; }

# need_obolus: builds the command line.
need_obolus() {
    export XDG_STATE_HOME=$FOLDER/state OBOLUS_SERVER=$URL
    "$PROJECT/script/obolus" --version >&2
    OBOLUS=$PROJECT/sdk-java/cli/target/distribution/bin/obolus
}

# feed BLOG: its posts.
feed() {
    awk -v blog="$1" -v posts="$POSTS" -v text="$TEXT" 'BEGIN {
        site = "https://blog-" blog ".example.org/"
        printf "<rss version=\"2.0\"><channel><title>A blog</title><link>%s</link><language>en-gb</language>\n", site
        for (n = 1; n <= posts; n++)
            printf "<item><title>A post title of usual length, number %d</title><link>%s%d/</link><description>&lt;p&gt;%s" \
                "&lt;/p&gt;</description><category>bread</category><category>baking</category></item>\n", n, site, n, text
        print "</channel></rss>" }' >"$FOLDER/feed-$1.xml"
}

# sync BLOG: registers its feed.
sync() {
    OBOLUS_TOKEN=$(token "$1") "$OBOLUS" sync "$FOLDER/feed-$1.xml"
}

now() { date +%s%N; }

# seconds COMMAND ...: how long it takes.
seconds() {
    local start
    start=$(now)
    "$@" >&2 || { say "failed: $*"; exit 1; }
    calc %.3f "($(now) - $start) / 1000000000"
}

# all_registered: ends the benchmark when a blog has not all of its posts.
all_registered() {
    local wrong
    wrong=$(sql -At -c "select count(*) from identities i where i.name like 'site:blog-%' and (select count(*) from things t
        where t.identity_id = i.id and t.title is not null and t.description is not null and t.language = 'en_GB'
        and t.tags @> array['bread', 'baking'] and cardinality(t.tags) = 2) <> $POSTS")
    [ "$wrong" = 0 ] || { say "$wrong BLOGS HAVE NOT ALL OF THEIR POSTS"; exit 1; }
}
