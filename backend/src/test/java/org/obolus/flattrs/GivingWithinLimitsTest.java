package org.obolus.flattrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.People;
import org.obolus.apps.AnApp;
import org.obolus.calendar.Month;
import org.obolus.calendar.Months;
import org.obolus.testing.Books;
import org.obolus.testing.Person;
import org.obolus.things.ThingId;

@QuarkusTest
class GivingWithinLimitsTest {

    private static final int MANY = 200;
    private static final long UNKNOWN = 0;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    Months months;

    @Inject
    GiveFlattrs giveFlattrs;

    @Inject
    AppLimits limits;

    Person alice;
    Person bob;
    Person carol;
    UUID app;

    @BeforeEach
    void meet() {
        alice = people.person("alice");
        bob = people.person("bob");
        carol = people.person("carol");
        books.means(bob, "5.00", "5.00");
        books.means(carol, "5.00", "5.00");
        app = UUID.fromString(AnApp.of(alice).id());
        books.run("insert into app_limits (account_id, app_id, most) values (?, ?, 1)", bob.id(), app);
    }

    @Test
    void takesOneRoundHoweverManyClicksComeToNothing() {
        var flattred = books.thingOf(alice);
        books.flattr(bob, flattred);
        var clicks = new ArrayList<Click>();
        for (int n = 0; n < MANY; n++) {
            clicks.add(byApp(n % 2 == 0 ? flattred : UNKNOWN));
        }
        clicks.add(new Click(new AccountId(carol.id()), new ThingId(flattred)));
        clicks.add(byApp(books.thingOf(alice)));
        clicks.add(byApp(books.thingOf(alice)));
        var rounds = new AtomicInteger();

        var outcomes = give(clicks, rounds);

        assertThat(rounds).hasValue(1);
        assertThat(outcomes.subList(0, MANY)).extracting(Outcome::refusalCode).containsOnly("flattr_once", "not_found");
        assertThat(outcomes.subList(MANY, MANY + 3))
                .extracting(Outcome::refusalCode)
                .containsExactly(null, null, "app_limit");
        assertThat(books.number("select flattrs from app_flattrs where supporter_id = ? and app_id = ?", bob.id(), app))
                .isEqualTo(1);
    }

    private Click byApp(long thing) {
        return new Click(new AccountId(bob.id()), new ThingId(thing), null, app);
    }

    private List<Outcome> give(List<Click> clicks, AtomicInteger rounds) {
        var giveWithinLimits = new GiveWithinLimits(giveFlattrs, counting(rounds));
        return months.inOpenMonth((connection, month) -> giveWithinLimits.give(connection, month, clicks))
                .await()
                .atMost(PATIENCE);
    }

    private AppLimits counting(AtomicInteger rounds) {
        return new AppLimits() {
            @Override
            public Uni<Map<ByApp, Integer>> hold(SqlConnection connection, Month month, List<ByApp> clicks) {
                rounds.incrementAndGet();
                return limits.hold(connection, month, clicks);
            }

            @Override
            public Uni<Void> given(SqlConnection connection, Month month, List<ByApp> flattrs) {
                return limits.given(connection, month, flattrs);
            }
        };
    }
}
