package org.obolus.apps;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.obolus.accounts.AccountId;
import org.obolus.calendar.Month;
import org.obolus.database.Sql;
import org.obolus.flattrs.AppLimits;

/** Counts what apps give, and knows how much they may. */
@ApplicationScoped
class KeepLimits implements AppLimits {

    private static final String HOLD = """
            with held as (
                insert into app_flattrs as f (supporter_id, month, app_id, flattrs)
                select supporter_id, $3, app_id, 0
                from (select distinct supporter_id, app_id
                      from unnest($1::bigint[], $2::uuid[]) as click(supporter_id, app_id)) asked
                order by supporter_id, app_id
                on conflict (supporter_id, month, app_id) do update set flattrs = f.flattrs
                returning supporter_id, app_id, flattrs)
            select held.supporter_id, held.app_id, l.most - held.flattrs as room
            from held left join app_limits l on l.account_id = held.supporter_id and l.app_id = held.app_id""";
    private static final String GIVEN = """
            update app_flattrs f set flattrs = f.flattrs + given.flattrs
            from (select supporter_id, app_id, count(*)::int as flattrs
                  from unnest($1::bigint[], $2::uuid[]) as flattr(supporter_id, app_id)
                  group by supporter_id, app_id) given
            where f.supporter_id = given.supporter_id and f.month = $3 and f.app_id = given.app_id""";
    private static final String OF = """
            select app.id, l.most, coalesce(f.flattrs, 0) as given
            from unnest($2::uuid[]) as app(id)
            left join app_limits l on l.account_id = $1 and l.app_id = app.id
            left join app_flattrs f on f.supporter_id = $1 and f.app_id = app.id
                 and f.month = (select month from months where state = 'open')""";
    private static final String SET = """
            insert into app_limits (account_id, app_id, most)
            select $1, id, $3 from apps where id = $2 and deleted_at is null
            on conflict (account_id, app_id) do update set most = excluded.most""";
    private static final String REMOVE = "delete from app_limits where account_id = $1 and app_id = $2";

    /** What one app may give for somebody, and what it has. */
    record Kept(UUID app, MonthlyLimit limit, int given) {

        private static Kept of(Row row) {
            var limit = new MonthlyLimit(Optional.ofNullable(row.getInteger("most")));
            return new Kept(row.getUUID("id"), limit, row.getInteger("given"));
        }
    }

    @Override
    public Uni<Map<ByApp, Integer>> hold(SqlConnection connection, Month month, List<ByApp> clicks) {
        return Sql.list(connection, HOLD, values(clicks, month), row -> Map.entry(named(row), room(row)))
                .map(rows -> rows.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Override
    public Uni<Void> given(SqlConnection connection, Month month, List<ByApp> flattrs) {
        return Sql.run(connection, GIVEN, values(flattrs, month)).replaceWithVoid();
    }

    Uni<Map<UUID, Kept>> of(SqlConnection connection, AccountId account, Collection<UUID> apps) {
        var values = Tuple.tuple().addLong(account.value()).addArrayOfUUID(apps.toArray(UUID[]::new));
        return Sql.list(connection, OF, values, Kept::of)
                .map(rows -> rows.stream().collect(Collectors.toMap(Kept::app, kept -> kept)));
    }

    Uni<Void> set(SqlConnection connection, AccountId account, UUID app, MonthlyLimit limit) {
        return limit.most()
                .map(most -> Sql.run(connection, SET, Tuple.of(account.value(), app, most)))
                .orElseGet(() -> Sql.run(connection, REMOVE, Tuple.of(account.value(), app)))
                .replaceWithVoid();
    }

    private static ByApp named(Row row) {
        return new ByApp(new AccountId(row.getLong("supporter_id")), row.getUUID("app_id"));
    }

    private static int room(Row row) {
        return Optional.ofNullable(row.getInteger("room")).orElse(Integer.MAX_VALUE);
    }

    private static Tuple values(List<ByApp> all, Month month) {
        return Tuple.tuple()
                .addArrayOfLong(all.stream().map(one -> one.supporter().value()).toArray(Long[]::new))
                .addArrayOfUUID(all.stream().map(ByApp::app).toArray(UUID[]::new))
                .addLocalDate(month.firstDay());
    }
}
