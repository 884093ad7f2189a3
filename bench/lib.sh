# lib.sh - what the benchmarks share: our server on a throw-away folder, CPU and memory from /proc, medians, ratios.
# shellcheck shell=bash
# Sourced. Settings (env):
#   OBOLUS_BENCH_REFERENCES  the folder of the reference scripts (default: shared/bench beside the project)
#   OBOLUS_BENCH_TMP         where the throw-away folders are made (default: /tmp)
#   OBOLUS_BENCH_JAVA        options for the server's JVM (default: none)

PROJECT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
REFERENCES=${OBOLUS_BENCH_REFERENCES:-$PROJECT/../shared/bench}
JAR=$PROJECT/backend/target/quarkus-app/quarkus-run.jar
FOLDER=
SERVER=

say() { echo "# $*" >&2; }

# need PROGRAM PACKAGE: installs what a benchmark uses and the machine lacks.
need() {
    command -v "$1" >/dev/null && return
    say "installing $2, because $1 is missing"
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends "$2"; } >&2 </dev/null
}

# PostgreSQL's programs are not on the path of a Debian machine; the references look for version 15.
need_postgresql() {
    [ -x /usr/lib/postgresql/15/bin/pgbench ] || need pgbench postgresql
    need psql postgresql-client
}

has_reference() {
    [ -r "$REFERENCES/$1" ] && return
    say "no $1 in $REFERENCES: only our side is measured"
    return 1
}

machine() {
    say "$(nproc) x $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1)," \
        "$(awk '/MemTotal/{printf "%.0f GB", $2 / 1048576}' /proc/meminfo)," \
        "load $(cut -d' ' -f1-3 /proc/loadavg), commit $(git -C "$PROJECT" rev-parse --short HEAD 2>/dev/null || echo unknown)"
}

# server_start [OPTION ...]: starts the packaged server with its own PostgreSQL on a new folder and waits until it answers.
server_start() {
    if [ ! -r "$JAR" ] || [ -n "$(cd "$PROJECT" && find pom.xml backend/pom.xml backend/src/main widget-assets/src -newer "$JAR" -print -quit)" ]; then
        say "building the server"
        (cd "$PROJECT" && mvn -B -q package -DskipTests >&2)
        touch "$JAR"
    fi
    FOLDER=$(mktemp -d "${OBOLUS_BENCH_TMP:-${TMPDIR:-/tmp}}/obolus-bench.XXXXXX")
    trap server_stop EXIT
    trap 'exit 1' INT TERM
    HTTP=$((20000 + RANDOM % 10000))
    # shellcheck disable=SC2086
    java ${OBOLUS_BENCH_JAVA:-} -Dobolus.data="$FOLDER/data" -Dquarkus.http.port=$HTTP "$@" -jar "$JAR" >"$FOLDER/log" 2>&1 &
    SERVER=$!
    URL=http://127.0.0.1:$HTTP
    server_await
    POSTMASTER=$(sed -n 1p "$FOLDER/data/postgres/postmaster.pid")
    DATABASE="host=127.0.0.1 port=$(sed -n 4p "$FOLDER/data/postgres/postmaster.pid") dbname=obolus"
    say "server $SERVER at $URL, postgres $POSTMASTER"
}

server_await() {
    for _ in $(seq 600); do
        curl -fs -o /dev/null "$URL/q/health/live" && return
        kill -0 "$SERVER" 2>/dev/null || break
        sleep 0.1
    done
    cat "$FOLDER/log" >&2
    say "the server did not start"
    exit 1
}

server_stop() {
    local status=$?
    trap - EXIT
    if [ -n "$SERVER" ]; then
        kill "$SERVER" 2>/dev/null && wait "$SERVER" 2>/dev/null || true
        [ -z "${POSTMASTER:-}" ] || kill -INT "$POSTMASTER" 2>/dev/null || true
        while [ -n "${POSTMASTER:-}" ] && kill -0 "$POSTMASTER" 2>/dev/null; do sleep 0.1; done
    fi
    [ $status = 0 ] || [ -z "$FOLDER" ] || tail -20 "$FOLDER/log" >&2
    [ -z "$FOLDER" ] || rm -rf "$FOLDER"
    exit $status
}

# sql ARGUMENT ...: psql as the owner of the schema; superuser for what only PostgreSQL's own user may do.
sql() { psql -X -q -v ON_ERROR_STOP=1 "$DATABASE user=obolus" "$@"; }
superuser() { psql -X -q -v ON_ERROR_STOP=1 "$DATABASE user=postgres" "$@"; }

# settle_down: what loading left to do is done before anything is measured.
settle_down() {
    superuser -c "vacuum analyze" -c checkpoint
}

ticks() { awk '{print $14 + $15}' "/proc/$1/stat" 2>/dev/null || echo 0; }

# CPU of PostgreSQL in ticks: the main process, its finished children, and the living ones.
postgres_ticks() {
    local sum child
    sum=$(awk '{print $14 + $15 + $16 + $17}' "/proc/$POSTMASTER/stat")
    for child in $(pgrep -P "$POSTMASTER"); do sum=$((sum + $(ticks "$child"))); done
    echo "$sum"
}

# CPU of our server in ticks (1/100 s): the JVM and its PostgreSQL.
server_ticks() { echo $(($(ticks "$SERVER") + $(postgres_ticks))); }

resident_kb() { awk '/^VmRSS/{print $2}' "/proc/$1/status"; }

median() {
    printf '%s\n' "$@" | sort -g | awk '{ a[NR] = $1 } END { print NR % 2 ? a[(NR + 1) / 2] : (a[NR / 2] + a[NR / 2 + 1]) / 2 }'
}

# value NAME LINE: what a line of name=value pairs says about a name.
value() { sed "s|.* $1=\([0-9.]*\).*|\1|" <<<"$2"; }

calc() { awk "BEGIN { printf \"$1\", $2 }"; }

# ratio "A ..." "B ...": the median of the first over the median of the second.
ratio() {
    # shellcheck disable=SC2086
    calc %.2f "$(median $1) / $(median $2)"
}
