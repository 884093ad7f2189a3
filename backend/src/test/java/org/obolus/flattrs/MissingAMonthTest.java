package org.obolus.flattrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.budgets.Budgets;
import org.obolus.testing.AtOnce;
import org.obolus.testing.Books;
import org.obolus.testing.Person;
import org.obolus.testing.TimeTravel;

/** Months in which a subscription comes to no flattr, or only later (money.md, rules 3 and 12). */
@QuarkusTest
class MissingAMonthTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Budgets budgets;

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    TimeTravel time;

    @Inject
    EveryMonth everyMonth;

    Person bob;
    long thing;

    @BeforeEach
    void meet() {
        bob = people.person("bob");
        thing = books.thingOf(people.person("alice"));
    }

    @Test
    void isFlattredByTheNextDepositWhenThereWereNoMeans() {
        books.means(bob, "2.00", "2.00");
        everyMonth.subscribe(bob, thing, "6");

        everyMonth.next();
        assertThat(everyMonth.flattrs(bob, thing)).isEqualTo(1);
        everyMonth
                .latestOf(bob)
                .body("state", equalTo("waiting"), "counted", equalTo(1), "missed.reason", equalTo("no_means"));

        books.topUp(bob, "1.00");

        assertThat(everyMonth.flattrs(bob, thing)).isEqualTo(2);
        everyMonth.latestOf(bob).body("state", equalTo("running"), "counted", equalTo(2), "missed", nullValue());
        everyMonth.run();
        assertThat(everyMonth.flattrs(bob, thing)).isEqualTo(2);
    }

    @Test
    void isFlattredWhenThePausedBudgetIsResumed() {
        books.means(bob, "2.00", "20.00");
        everyMonth.subscribe(bob, thing, "6");
        budgets.pause(bob.account()).await().atMost(PATIENCE);
        everyMonth.next();
        assertThat(everyMonth.flattrs(bob, thing)).isEqualTo(1);

        budgets.resume(bob.account()).await().atMost(PATIENCE);

        assertThat(everyMonth.flattrs(bob, thing)).isEqualTo(2);
    }

    @Test
    void countsNoMonthThatEndsWithoutMeans() {
        books.means(bob, "2.00", "2.00");
        everyMonth.subscribe(bob, thing, "3");
        everyMonth.next();
        var without = time.month();

        books.deposit(bob, "20.00");
        everyMonth.next();

        assertThat(everyMonth.flattrs(bob, thing)).isEqualTo(2);
        everyMonth
                .latestOf(bob)
                .body("state", equalTo("running"), "counted", equalTo(2))
                .body("missed.month", equalTo(without.toString()), "missed.reason", equalTo("no_means"))
                .body("missed.detail", equalTo("Not flattred in " + without + ": there were no means for it."));
    }

    @Test
    void isTriedAfterAPauseInWhichMeansCame() {
        books.means(bob, "2.00", "2.00");
        everyMonth.subscribe(bob, thing, "6");
        everyMonth.next();
        everyMonth.pause(bob, thing);
        books.topUp(bob, "5.00");
        assertThat(everyMonth.flattrs(bob, thing)).isEqualTo(1);

        everyMonth.resume(bob, thing);
        everyMonth.run();

        assertThat(everyMonth.flattrs(bob, thing)).isEqualTo(2);
    }

    @Test
    void flattrsOnceWhenADepositAndTheRunMeet() {
        books.means(bob, "2.00", "2.00");
        everyMonth.subscribe(bob, thing, "6");
        time.toTheNextMonth();
        time.doWhatIsDue();

        AtOnce.times(6, i -> {
            if (i % 2 == 0) {
                everyMonth.run();
            } else {
                books.topUp(bob, "1.00");
            }
            return i;
        });

        assertThat(everyMonth.flattrs(bob, thing)).isEqualTo(2);
        everyMonth.latestOf(bob).body("counted", equalTo(2), "state", equalTo("running"));
    }

    @Test
    void missesTheMonthInWhichItsMakerHasTakenItAway() {
        misses("update things set deleted_at = now() where id = ?", "not_found");

        books.run("update things set deleted_at = null where id = ?", thing);
        everyMonth.next();
        assertThat(everyMonth.flattrs(bob, thing)).isEqualTo(2);
    }

    @Test
    void missesTheMonthsInWhichItsMakerWantsNoFlattrs() {
        misses(
                "update identities set opted_out_at = now() where id = (select identity_id from things where id = ?)",
                "opted_out");
    }

    @Test
    void missesTheMonthsInWhichItIsTheSupportersOwn() {
        var host = "bob" + bob.id() + ".example";
        thing = books.thingOfNobody(host);
        books.means(bob, "2.00", "20.00");
        everyMonth.subscribe(bob, thing, "6");
        books.siteOf(bob, host);

        everyMonth.next();

        everyMonth
                .latestOf(bob)
                .body("state", equalTo("running"), "missed.reason", equalTo("flattr_owner"), "counted", equalTo(1));
    }

    @Test
    void goesOnWhenItsMakerHidesIt() {
        books.means(bob, "2.00", "20.00");
        everyMonth.subscribe(bob, thing, "6");
        books.run("update things set hidden = true where id = ?", thing);

        everyMonth.next();

        assertThat(everyMonth.flattrs(bob, thing)).isEqualTo(2);
    }

    private void misses(String change, String reason) {
        books.means(bob, "2.00", "20.00");
        everyMonth.subscribe(bob, thing, "6");
        books.run(change, thing);

        everyMonth.next();

        assertThat(everyMonth.flattrs(bob, thing)).isEqualTo(1);
        everyMonth
                .latestOf(bob)
                .body("state", equalTo("running"), "counted", equalTo(1))
                .body(
                        "missed.reason",
                        equalTo(reason),
                        "missed.month",
                        equalTo(time.month().toString()));
    }
}
