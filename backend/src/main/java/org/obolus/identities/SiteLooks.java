package org.obolus.identities;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.database.Sql;

/** When which proven site is looked at again, and what the last look showed; a row for each claim of a site. */
@ApplicationScoped
class SiteLooks implements ClaimDecided {

    private static final int AT_ONCE = 8;

    /** However many sites are proven in one day, by an import or a fashion: they are looked at over two. */
    private static final int SPREAD_HOURS = 48;

    /** Whoever has a site by an operator's word keeps it without a proof there. */
    private static final String BEGIN = """
            with operators as materialized (select stands_by_operator($1) as decided),
            spared as (delete from site_looks where identity_id = $1 and (select decided from operators))
            insert into site_looks (identity_id, due_at)
            select id, calendar_now() + $2::bigint * interval '1 second' + id % $3::bigint * interval '1 hour'
            from identities where id = $1 and name like 'site:%' and not (select decided from operators)
            on conflict (identity_id) do update set due_at = excluded.due_at, silent_since = null, lost_at = null""";

    private static final String END = "delete from site_looks where identity_id = $1";
    private static final String DOUBTED = """
            select from site_looks where identity_id = $1 and (lost_at is not null or silent_since is not null)""";
    private static final String TAKE = """
            with taken as (
                update site_looks set due_at = calendar_now() + interval '1 hour'
                where identity_id in (
                    select l.identity_id from site_looks l
                    where l.due_at <= (select calendar_now()) order by l.due_at limit $1 for update skip locked)
                returning identity_id, silent_since, lost_at)
            select substr(i.name, 6) as host, i.account_id, a.username, coalesce(p.token, '') as token,
                t.silent_since, t.lost_at
            from taken t
            join identities i on i.id = t.identity_id and not i.contested
            join accounts a on a.id = i.account_id
            left join site_proofs p on p.account_id = i.account_id and p.host = substr(i.name, 6)""";
    private static final String SAME = """
            select from site_looks
            where identity_id = $1 and silent_since is not distinct from $2::timestamptz
              and lost_at is not distinct from $3::timestamptz""";
    private static final String STAND = """
            update site_looks set silent_since = $2, lost_at = $3, due_at = $4 where identity_id = $1""";

    private final IdentitiesConfig config;

    SiteLooks(IdentitiesConfig config) {
        this.config = config;
    }

    /** A site whose turn it is. */
    record Due(SiteHost site, Sought owner, SiteStanding standing) {

        private static Due of(Row row) {
            return new Due(
                    new SiteHost(row.getString("host")),
                    Sought.of(
                            new AccountId(row.getLong("account_id")),
                            row.getString("username"),
                            row.getString("token")),
                    new SiteStanding(instant(row, "silent_since"), instant(row, "lost_at")));
        }
    }

    /** Also where a claim stands after a contest, in which its proof was seen. */
    @Override
    public Uni<Void> claimed(SqlConnection connection, long identity, AccountId claimer, long claim) {
        return begin(connection, identity);
    }

    @Override
    public Uni<Void> ended(SqlConnection connection, long identity, AccountId claimer) {
        return Sql.run(connection, END, Tuple.of(identity)).replaceWithVoid();
    }

    /** The proof was seen just now. */
    Uni<Void> begin(SqlConnection connection, long identity) {
        var row = Tuple.of(identity, config.looksAgainEvery().toSeconds(), SPREAD_HOURS);
        return Sql.run(connection, BEGIN, row).replaceWithVoid();
    }

    Uni<Boolean> isDoubted(SqlClient client, long identity) {
        return Sql.first(client, DOUBTED, Tuple.of(identity), row -> row).map(Optional::isPresent);
    }

    /** Takes some that are due, for an hour: whoever dies with them leaves them to others then. */
    Uni<List<Due>> take(SqlConnection connection) {
        return Sql.list(connection, TAKE, Tuple.of(AT_ONCE), Due::of);
    }

    /** Nobody has seen anything else of the site since it was taken. */
    Uni<Boolean> isStill(SqlConnection connection, long identity, SiteStanding standing) {
        return Sql.run(connection, SAME, row(identity, standing)).map(found -> found > 0);
    }

    Uni<Void> stand(SqlConnection connection, long identity, SiteStanding.Step step) {
        var row = row(identity, step.standing()).addOffsetDateTime(atUtc(step.lookAt()));
        return Sql.run(connection, STAND, row).replaceWithVoid();
    }

    private static Tuple row(long identity, SiteStanding standing) {
        return Tuple.tuple()
                .addLong(identity)
                .addOffsetDateTime(standing.silentSince().map(SiteLooks::atUtc).orElse(null))
                .addOffsetDateTime(standing.lostAt().map(SiteLooks::atUtc).orElse(null));
    }

    private static OffsetDateTime atUtc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Optional<Instant> instant(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }
}
