package org.obolus.notifications;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.obolus.database.Outbox;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;
import org.obolus.identities.IdentityName;
import org.obolus.identities.PlatformName;
import org.obolus.identities.PlatformPeople;
import org.obolus.money.Money;
import org.obolus.settlement.WaitingShares;
import org.obolus.web.Written;

/** Finds for whom an amount is waiting that is worth a word, and has it said: once for each, never who ever opted out. */
@ApplicationScoped
class FindNotices {

    private static final int MOST = 50;
    private static final String FIND = """
            with found as (
                select w.identity_id, i.name, w.supporters, w.held, u.platform,
                    case when not exists (
                        select from platform_users o where o.platform = u.platform
                          and lower(o.handle) = lower(u.handle) and o.seen_at > u.seen_at) then u.handle end as handle
                from most_wanted w join identities i on i.id = w.identity_id
                left join platform_users u on u.identity_id = i.id
                where w.held >= $1 and w.supporters >= $3 and i.account_id is null and not i.contested
                  and not exists (select from opt_outs o where o.identity_id = i.id)
                  and not exists (select from notices n where n.identity_id = i.id)
                order by w.held desc limit $2),
            spoken as (
                insert into notices (identity_id, spoken_at) select identity_id, calendar_now() from found
                order by identity_id on conflict do nothing returning identity_id)
            select found.* from found join spoken using (identity_id)""";

    private final Transactions transactions;
    private final Outbox outbox;
    private final NoticesConfig config;
    private final Instance<NoticeChannel> channels;
    private final PlatformPeople people;
    private final Written written;
    private final String server;

    FindNotices(
            Transactions transactions,
            Outbox outbox,
            NoticesConfig config,
            @Any Instance<NoticeChannel> channels,
            PlatformPeople people,
            Written written,
            @ConfigProperty(name = "obolus.url") String server) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.config = config;
        this.channels = channels;
        this.people = people;
        this.written = written;
        this.server = server;
    }

    @Scheduled(every = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        var on = channels.stream()
                .filter(NoticeChannel::isOn)
                .map(NoticeChannel::name)
                .toList();
        return config.amount().isEmpty() || on.isEmpty()
                ? Uni.createFrom().voidItem()
                : find(Money.of(config.amount().get()), on);
    }

    Uni<Void> find(Money amount, List<String> on) {
        var fewest = Math.max(config.supporters(), WaitingShares.FEWEST_TOLD);
        return transactions.run(connection -> Sql.list(
                        connection, FIND, Tuple.of(amount.micros(), MOST, fewest), row -> row)
                .chain(found -> notices(connection, found))
                .chain(found -> Multi.createFrom()
                        .iterable(found)
                        .onItem()
                        .transformToUniAndConcatenate(notice -> put(connection, notice, on))
                        .collect()
                        .last()
                        .replaceWithVoid()));
    }

    private Uni<List<Notice>> notices(SqlConnection connection, List<Row> found) {
        return people.called(
                        connection, found.stream().map(FindNotices::identity).toList())
                .map(called -> found.stream().map(row -> notice(row, called)).toList());
    }

    private Uni<Void> put(SqlConnection connection, Notice notice, List<String> on) {
        var all = Uni.createFrom().voidItem();
        for (var channel : on) {
            all = all.chain(() -> outbox.put(connection, Notice.KIND, notice.to(channel)));
        }
        return all;
    }

    private static IdentityName identity(Row row) {
        return new IdentityName(row.getString("name"));
    }

    private Notice notice(Row row, Map<IdentityName, String> called) {
        var held = new Money(row.getLong("held"));
        return new Notice(
                "",
                row.getLong("identity_id"),
                row.getString("name"),
                written.identity(called.get(identity(row))),
                row.getLong("supporters"),
                held.micros(),
                written.cents(held),
                server + "/most-wanted",
                person(row));
    }

    private Notice.Person person(Row row) {
        if (row.getString("platform") == null) {
            return null;
        }
        var platform = new PlatformName(row.getString("platform"));
        var on = platform.server().isPresent() ? platform.shown() : people.name(platform);
        return new Notice.Person(platform.value(), row.getString("handle"), on);
    }
}
