package org.obolus.settlement;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.obolus.database.Page;
import org.obolus.database.PageWish;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;
import org.obolus.identities.PlatformPeople;

/**
 * Keeps for whom how much is held, so that nobody counts shares to see it. What changes it is noted in the transaction
 * that does, and counted some seconds later. Addresses of e-mail are not among them: nobody could read whose they are.
 *
 * <p>A sum from fewer people than {@link WaitingShares#FEWEST_TOLD} is kept as 0, so that nothing that is made of the list,
 * be it its order, tells it.
 */
@ApplicationScoped
class MostWanted {

    private static final int AT_ONCE = 500;
    private static final String COUNT = """
            with taken as (
                delete from wanted_stale where identity_id in (
                    select identity_id from wanted_stale order by identity_id limit $1 for update skip locked)
                returning identity_id),
            counted as (
                select h.identity_id, count(distinct h.supporter_id) as supporters,
                    case when count(distinct h.supporter_id) >= $2 then sum(h.amount)::bigint else 0 end as held
                from taken join identities i on i.id = taken.identity_id
                    and i.account_id is null and not starts_with(i.name, 'email:')
                join holdings g on g.identity_id = i.id and g.state = 'held'
                join held_shares h on h.identity_id = g.identity_id and h.month = g.month
                group by 1),
            nothing_left as (
                delete from most_wanted w using taken t
                where w.identity_id = t.identity_id and t.identity_id not in (select identity_id from counted)),
            kept as (
                insert into most_wanted (identity_id, supporters, held)
                select identity_id, supporters, held from counted order by identity_id
                on conflict (identity_id) do update set supporters = excluded.supporters, held = excluded.held)
            select count(*) as taken from taken""";
    /**
     * Who has opted out or claimed a moment ago is not shown, counted again or not. Asked row by row, so that nothing is
     * read but a page.
     */
    static final String PAGE = """
            select w.identity_id, (select i.name from identities i where i.id = w.identity_id) as name,
                   w.supporters, w.held
            from most_wanted w
            where (w.held, w.identity_id) < ($1, $2)
              and (select i.opted_out_at is null and i.account_id is null from identities i where i.id = w.identity_id)
            order by w.held desc, w.identity_id desc limit $3""";

    private final Transactions transactions;
    private final PlatformPeople people;

    MostWanted(Transactions transactions, PlatformPeople people) {
        this.transactions = transactions;
        this.people = people;
    }

    Uni<Page<Wanted>> page(PageWish wish) {
        var beforeId = wish.after().map(cursor -> cursor.number(1)).orElse(Long.MAX_VALUE);
        var values = Tuple.of(wish.before(), beforeId, wish.rows());
        return transactions
                .read(connection -> Sql.list(connection, PAGE, values, row -> row)
                        .chain(rows -> people.called(
                                        connection,
                                        rows.stream().map(Wanted::identity).toList())
                                .map(called -> rows.stream()
                                        .map(row -> Wanted.of(row, called))
                                        .toList())))
                .map(rows -> Page.of(rows, wish, Wanted::cursor));
    }

    @Scheduled(every = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> count() {
        var values = Tuple.of(AT_ONCE, WaitingShares.FEWEST_TOLD);
        return transactions
                .run(connection -> Sql.one(connection, COUNT, values, row -> row.getInteger("taken")))
                .chain(taken -> taken < AT_ONCE ? Uni.createFrom().voidItem() : count());
    }
}
