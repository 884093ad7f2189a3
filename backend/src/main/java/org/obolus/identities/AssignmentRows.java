package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.database.Cursor;
import org.obolus.database.PageWish;
import org.obolus.database.Sql;

/** Assignments as the database keeps them; ended ones stay, for whoever asks one day why something went to somebody. */
final class AssignmentRows {

    private static final String SELECT = """
            select a.id, substr(s.name, 6) as host, a.kind, a.pattern, o.username, a.from_at, a.asked_at, a.confirmed_at,
                a.agreed_at, a.began_at
            from assignments a
            join identities s on s.id = a.site_id
            join identities r on r.id = a.receiver_id
            join accounts o on o.id = r.account_id
            where a.ended_at is null\s""";
    private static final String ONE = SELECT + "and a.id = $1";
    private static final String OF_SITE = SELECT + """
            and s.name = $1 and (a.kind, a.pattern) > ($2, $3) order by a.kind, a.pattern limit $4""";
    private static final String ALIKE = SELECT + "and s.name = $1 and a.kind = $2 and a.pattern = $3";
    private static final String TO = SELECT + """
            and r.account_id = $1 and a.confirmed_at is not null and a.id < $2 order by a.id desc limit $3""";
    private static final String ONE_TO = SELECT + "and a.id = $1 and r.account_id = $2 and a.confirmed_at is not null";
    private static final String ADD = """
            insert into assignments (site_id, kind, pattern, receiver_id, from_at, asked_at, confirmed_at)
            values ($1, $2, $3, $4, greatest($5::timestamptz, $6::timestamptz), $6::timestamptz, $7) returning id""";
    private static final String CONFIRM = """
            update assignments set confirmed_at = coalesce(confirmed_at, $2) where id = $1 and ended_at is null""";
    private static final String AGREE = """
            update assignments set agreed_at = coalesce(agreed_at, $2) where id = $1 and ended_at is null""";
    private static final String BEGIN = """
            update assignments set began_at = $2
            where site_id = $1 and confirmed_at is not null and agreed_at is not null and from_at <= $2
              and began_at is null and ended_at is null""";
    private static final String END = """
            with ended as (
                update assignments set ended_at = $2 where id = $1 and ended_at is null returning began_at)
            select count(began_at) as begun from ended""";
    private static final String END_ALL = """
            with ended as (
                update assignments set ended_at = $2 where site_id = $1 and ended_at is null returning began_at)
            select count(began_at) as begun from ended""";
    private static final String IN_FORCE = """
            select count(*) as begun from assignments where site_id = $1 and began_at is not null and ended_at is null""";

    private AssignmentRows() {}

    static Uni<Optional<Assignment>> find(SqlClient client, AssignmentId id) {
        return Sql.first(client, ONE, Tuple.of(id.value()), Assignment::of);
    }

    /** By their kind, then by what they say. */
    static Uni<List<Assignment>> of(SqlClient client, SiteHost site, PageWish wish) {
        var kind = wish.after().map(cursor -> cursor.text(0)).orElse("");
        var pattern = wish.after().map(cursor -> cursor.text(1)).orElse("");
        var values = Tuple.of(IdentityName.of(site).value(), kind, pattern, wish.rows());
        return Sql.list(client, OF_SITE, values, Assignment::of);
    }

    static Cursor afterOnSite(Assignment last) {
        return Cursor.after(last.pages().kind(), last.pages().pattern());
    }

    static Uni<Optional<Assignment>> alike(SqlClient client, SiteHost site, AssignedPages pages) {
        var key = Tuple.of(IdentityName.of(site).value(), pages.kind().toString(), pages.pattern());
        return Sql.first(client, ALIKE, key, Assignment::of);
    }

    /** What the owners of sites have offered an account or given it, the newest first. */
    static Uni<List<Assignment>> to(SqlClient client, AccountId account, PageWish wish) {
        return Sql.list(client, TO, Tuple.of(account.value(), wish.before(), wish.rows()), Assignment::of);
    }

    static Uni<Optional<Assignment>> to(SqlClient client, AccountId account, AssignmentId id) {
        return Sql.first(client, ONE_TO, Tuple.of(id.value(), account.value()), Assignment::of);
    }

    static Uni<AssignmentId> add(
            SqlConnection connection, Identity site, Identity receiver, NewAssignment wanted, OffsetDateTime now) {
        var row = Tuple.tuple()
                .addLong(site.id())
                .addString(wanted.pages().kind().toString())
                .addString(wanted.pages().pattern())
                .addLong(receiver.id())
                .addOffsetDateTime(wanted.from()
                        .map(from -> from.atOffset(now.getOffset()))
                        .orElse(now))
                .addOffsetDateTime(now)
                .addOffsetDateTime(wanted.isConfirmed() ? now : null);
        return Sql.one(connection, ADD, row, added -> new AssignmentId(added.getLong("id")));
    }

    static Uni<Integer> confirm(SqlConnection connection, AssignmentId id, OffsetDateTime now) {
        return Sql.run(connection, CONFIRM, Tuple.of(id.value(), now));
    }

    static Uni<Integer> agree(SqlConnection connection, AssignmentId id, OffsetDateTime now) {
        return Sql.run(connection, AGREE, Tuple.of(id.value(), now));
    }

    /** Those of a site that are due. */
    static Uni<Integer> begin(SqlConnection connection, long site, OffsetDateTime now) {
        return Sql.run(connection, BEGIN, Tuple.of(site, now));
    }

    /** Answers 1 when it was in force. */
    static Uni<Long> end(SqlConnection connection, AssignmentId id, OffsetDateTime now) {
        return Sql.one(connection, END, Tuple.of(id.value(), now), row -> row.getLong("begun"));
    }

    /** Answers how many were in force. */
    static Uni<Long> endAll(SqlConnection connection, long site, OffsetDateTime now) {
        return Sql.one(connection, END_ALL, Tuple.of(site, now), row -> row.getLong("begun"));
    }

    static Uni<Long> inForce(SqlConnection connection, long site) {
        return Sql.one(connection, IN_FORCE, Tuple.of(site), row -> row.getLong("begun"));
    }
}
