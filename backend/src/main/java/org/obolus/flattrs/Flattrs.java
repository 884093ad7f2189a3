package org.obolus.flattrs;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.obolus.accounts.AccountId;
import org.obolus.calendar.Month;
import org.obolus.calendar.Months;
import org.obolus.database.Cursor;
import org.obolus.database.Page;
import org.obolus.database.PageWish;
import org.obolus.database.Sql;
import org.obolus.database.Transactions;
import org.obolus.things.ThingId;
import org.obolus.things.ThingUrl;
import org.obolus.things.Things;

/** Clicks: give, take back, list, count, void. */
@ApplicationScoped
public class Flattrs {

    private static final String MINE = """
            select thing_id, month, given_at from flattrs
            where supporter_id = $1 and month = coalesce($2, (select month from months where state = 'open'))
              and thing_id < $3
            order by thing_id desc limit $4""";
    private static final String ON = """
            select f.supporter_id, f.thing_id, f.month, f.given_at
            from things t join flattrs f on f.thing_id = t.id
            where t.id = $1 and f.month = coalesce($2, (select month from months where state = 'open'))
              and f.supporter_id < $3
            order by f.supporter_id desc limit $4""";
    private static final String HOW_MANY = """
            select count(*) as flattrs from flattrs where supporter_id = $1 and month = $2""";
    private static final String GIVEN = """
            select thing_id, month, given_at from flattrs where supporter_id = $1 and month = $2 and thing_id = $3""";
    private static final String HOLD_UNSETTLED =
            "select from months where month = $1 and settling_at is null for share";

    private final ClickQueue queue;
    private final TakeBack takeBack;
    private final WaitingClicks waitingClicks;
    private final Counters counters;
    private final ReadOpenMonth readOpenMonth;
    private final Things things;
    private final Months months;
    private final Transactions transactions;

    Flattrs(
            ClickQueue queue,
            TakeBack takeBack,
            WaitingClicks waitingClicks,
            Counters counters,
            ReadOpenMonth readOpenMonth,
            Things things,
            Months months,
            Transactions transactions) {
        this.queue = queue;
        this.takeBack = takeBack;
        this.waitingClicks = waitingClicks;
        this.counters = counters;
        this.readOpenMonth = readOpenMonth;
        this.things = things;
        this.months = months;
        this.transactions = transactions;
    }

    /** Flattrs a thing in the open month; answers after the commit, or fails with a {@link FlattrRefused}. */
    public Uni<Flattr> give(Giver giver, ThingId thing, Optional<String> idempotencyKey) {
        return queue.add(giver.click(thing, idempotencyKey));
    }

    /**
     * As {@link #give(Giver, ThingId, Optional)}; a page that nobody has come upon before is looked at first, which
     * takes as long as its site does, and becomes a thing of whom it names.
     */
    public Uni<Flattr> give(Giver giver, ThingUrl url, Optional<String> idempotencyKey) {
        return things.discover(giver.supporter(), url).chain(thing -> give(giver, thing, idempotencyKey));
    }

    /**
     * Lets a click wait up to a day for the supporter's means (rule 3), and tries it at once where they have come
     * meanwhile; only our own pages ask for that.
     */
    public Uni<Void> giveOnceThereAreMeans(AccountId supporter, ThingId thing) {
        return months.inOpenMonth((connection, month) -> waitingClicks
                .wait(connection, supporter, thing)
                .chain(() -> waitingClicks.gained(connection, month, supporter)));
    }

    /** This supporter's clicks that wait for means, the latest first. */
    public Uni<List<WaitingClick>> waiting(AccountId supporter) {
        return transactions.read(connection -> waitingClicks.of(connection, supporter));
    }

    /** Lets a click wait no longer; does nothing when it does not wait. */
    public Uni<Void> stopWaiting(AccountId supporter, ThingId thing) {
        return transactions.run(connection -> waitingClicks.stop(connection, supporter, thing));
    }

    /** Takes a flattr of the open month back, or fails with {@link FlattrRefused.NotFlattred}. */
    public Uni<Void> takeBack(AccountId supporter, ThingId thing) {
        return months.inOpenMonth((connection, month) -> takeBack.undo(connection, supporter, month, thing)
                .invoke(taken -> {
                    if (taken == 0) {
                        throw new FlattrRefused.NotFlattred(thing, month);
                    }
                })
                .replaceWithVoid());
    }

    /** One supporter's flattrs of a month, the open one unless another is named; the youngest things first. */
    public Uni<Page<Flattr>> of(AccountId supporter, Optional<Month> month, PageWish wish) {
        var values = Tuple.of(supporter.value(), month.map(Month::firstDay).orElse(null), wish.before(), wish.rows());
        return transactions
                .read(connection -> Sql.list(connection, MINE, values, Flattrs::flattr))
                .map(rows -> Page.of(rows, wish, flattr -> Cursor.after(flattr.thing())));
    }

    /** A flattr and whose it is: for operators only. */
    record By(AccountId supporter, Flattr flattr) {}

    /** Who flattred a thing in a month, the open one unless another is named. */
    Uni<Page<By>> on(ThingId thing, Optional<Month> month, PageWish wish) {
        var values = Tuple.of(thing.value(), month.map(Month::firstDay).orElse(null), wish.before(), wish.rows());
        return transactions
                .read(connection -> Sql.list(
                        connection, ON, values, row -> new By(new AccountId(row.getLong("supporter_id")), flattr(row))))
                .map(rows -> Page.of(rows, wish, by -> Cursor.after(by.supporter())));
    }

    public Uni<Integer> howMany(SqlConnection connection, AccountId supporter, Month month) {
        var values = Tuple.of(supporter.value(), month.firstDay());
        return Sql.one(connection, HOW_MANY, values, row -> row.getInteger("flattrs"));
    }

    /** This supporter's flattr of a thing in a month, if there is one. */
    public Uni<Optional<Flattr>> given(AccountId supporter, Month month, ThingId thing) {
        var values = Tuple.of(supporter.value(), month.firstDay(), thing.value());
        return transactions.read(connection -> Sql.first(connection, GIVEN, values, Flattrs::flattr));
    }

    /** What a supporter has to share in the open month, and among how many flattrs. */
    public Uni<OpenMonth> openMonth(AccountId supporter) {
        return transactions.read(connection -> readOpenMonth.of(connection, supporter));
    }

    /** Whether a supporter has flattred a thing in the open month, or a click waits for means. */
    public Uni<Standing> standing(AccountId supporter, ThingId thing) {
        return transactions.read(connection -> readOpenMonth.standing(connection, supporter, thing));
    }

    /** As {@link #count}, but not a moment old: for whoever has just changed it. */
    public Uni<Count> countNow(ThingId thing) {
        return counts(List.of(thing)).map(counts -> counts.get(thing));
    }

    /** The counts of all these things; what was never flattred counts zero. */
    public Uni<Map<ThingId, Count>> counts(Collection<ThingId> things) {
        return counters.all(List.copyOf(things));
    }

    /** How often a thing was flattred and by how many people; at most a second old. */
    public Uni<Count> count(ThingId thing) {
        return counters.of(thing);
    }

    /**
     * Makes a flattr of a month that is not being settled yet count nowhere (rule 6); fails with {@link
     * FlattrRefused.Settled} or {@link FlattrRefused.NotFlattred}.
     */
    public Uni<Void> makeVoid(AccountId operator, AccountId supporter, Month month, ThingId thing, VoidReason reason) {
        return transactions.run(connection -> holdUnsettled(connection, month)
                .chain(() -> takeBack.voidOne(connection, operator, reason.sentence(), supporter, month, thing))
                .invoke(taken -> {
                    if (taken == 0) {
                        throw new FlattrRefused.NotFlattred(thing, month);
                    }
                })
                .replaceWithVoid());
    }

    private static Uni<Void> holdUnsettled(SqlConnection connection, Month month) {
        return connection
                .preparedQuery(HOLD_UNSETTLED)
                .execute(Tuple.of(month.firstDay()))
                .invoke(rows -> {
                    if (rows.rowCount() == 0) {
                        throw new FlattrRefused.Settled(month);
                    }
                })
                .replaceWithVoid();
    }

    private static Flattr flattr(Row row) {
        return new Flattr(
                new ThingId(row.getLong("thing_id")),
                Month.of(row.getLocalDate("month")),
                row.getOffsetDateTime("given_at").toInstant());
    }
}
