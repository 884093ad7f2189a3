package org.obolus.flattrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.calendar.MonthsOfServer;
import org.obolus.database.Transactions;
import org.obolus.testing.Books;
import org.obolus.testing.InterruptedTransactions;
import org.obolus.testing.Person;
import org.obolus.testing.TimeTravel;

/** The run of a month can die anywhere, and be done by several servers: each month is flattred and counted once. */
@QuarkusTest
class InterruptedSubscriptionsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int EACH = 400;

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    TimeTravel time;

    @Inject
    Pool pool;

    @Inject
    Transactions transactions;

    @Inject
    MonthsOfServer monthsOf;

    @Inject
    TellOfFlattrs tell;

    @Inject
    AppLimits limits;

    Person bob;
    Person carol;
    int counted = 1;

    /** More than are taken in one turn, on the same things. */
    @BeforeEach
    void subscribeToMany() {
        var alice = people.person("alice");
        bob = people.person("bob");
        carol = people.person("carol");
        books.means(bob, "2.00", "1000.00");
        books.means(carol, "2.00", "1000.00");
        books.flattrMany(bob, alice, EACH);
        subscribe(bob);
        subscribe(carol);
        assertThat(2 * EACH).isGreaterThan(GiveEveryMonth.AT_ONCE);
    }

    @Test
    void giveOneFlattrAMonthWhereverTheirRunDied() {
        var statement = 0;
        var killed = true;
        while (killed) {
            nextMonth();
            var mortal = new InterruptedTransactions(pool, statement++);
            runOn(mortal).onFailure().recoverWithNull().await().atMost(PATIENCE);
            killed = mortal.wasKilled();
            finish();

            eachIsCountedOnce();
        }
        assertThat(statement).isGreaterThan(8);
    }

    @Test
    void giveOneFlattrAMonthFromSeveralServersAtOnce() {
        nextMonth();

        var servers = List.of(runOn(transactions), runOn(new OtherServer(pool)), runOn(new OtherServer(pool)));
        Uni.join().all(servers).andFailFast().await().atMost(PATIENCE);
        finish();

        eachIsCountedOnce();
    }

    private static final class OtherServer extends Transactions {
        OtherServer(Pool pool) {
            super(pool);
        }
    }

    /** Until nothing is left: what the dead server began may still be on its way back for a moment. */
    private void finish() {
        runOn(transactions)
                .repeat()
                .whilst(done -> due() > 0)
                .collect()
                .last()
                .await()
                .atMost(PATIENCE);
    }

    /** A server of its own, with these transactions. */
    private Uni<Boolean> runOn(Transactions server) {
        return Uni.createFrom()
                .deferred(() -> new SubscriptionJob(monthsOf.with(server), new GiveEveryMonth(giving())).run())
                .replaceWith(true);
    }

    private GiveWithinLimits giving() {
        return new GiveWithinLimits(new GiveFlattrs(tell), limits);
    }

    private void nextMonth() {
        time.toTheNextMonth();
        time.doWhatIsDue();
        counted++;
    }

    private void subscribe(Person supporter) {
        books.run("""
            insert into subscriptions (supporter_id, thing_id, counted, made_at, due)
            select ?, thing_id, 1, calendar_now(), (calendar_month() + interval '1 month')::date
            from flattrs where supporter_id = ?\
            """, supporter.id(), bob.id());
    }

    private long due() {
        return books.number(
                "select count(*) from subscriptions where supporter_id in (?, ?) and due <= calendar_month()",
                bob.id(),
                carol.id());
    }

    private void eachIsCountedOnce() {
        var month = time.month().firstDay();
        for (var supporter : List.of(bob, carol)) {
            assertThat(books.number(
                            "select count(*) from flattrs where supporter_id = ? and month = ?", supporter.id(), month))
                    .isEqualTo(EACH);
        }
        assertThat(books.numbers(
                        "select distinct counted from subscriptions where supporter_id in (?, ?)",
                        bob.id(),
                        carol.id()))
                .containsExactly((long) counted);
        assertThat(books.number("""
            select count(*) from counters c where flattrs <> (
                select count(*) from flattrs f where f.thing_id = c.thing_id) and thing_id in (
                select thing_id from subscriptions where supporter_id = ?)\
            """, bob.id())).isZero();
    }
}
