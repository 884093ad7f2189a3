package org.obolus.flattrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.Person;
import org.obolus.testing.TimeTravel;

/** What the months bring to a subscription (money.md, rule 12). */
@QuarkusTest
class FlattringEveryMonthTest {

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
    void flattrsOnceInEachMonth() {
        books.means(bob, "2.00", "20.00");
        everyMonth.subscribe(bob, thing, "null");
        everyMonth.run();
        assertThat(everyMonth.flattrs(bob, thing)).isEqualTo(1);

        everyMonth.next();
        everyMonth.run();

        assertThat(everyMonth.flattrs(bob, thing)).isEqualTo(2);
        assertThat(counter("flattrs")).isEqualTo(2);
        assertThat(counter("supporters")).isEqualTo(1);
        everyMonth.latestOf(bob).body("counted", equalTo(2), "state", equalTo("running"));
    }

    @Test
    void waitsUntilThePotsOfTheLastMonthHaveMoved() {
        books.means(bob, "2.00", "20.00");
        everyMonth.subscribe(bob, thing, "null");

        time.toTheNextMonth();
        everyMonth.run();
        assertThat(everyMonth.flattrs(bob, thing)).isEqualTo(1);

        time.doWhatIsDue();
        everyMonth.run();
        assertThat(everyMonth.flattrs(bob, thing)).isEqualTo(2);
    }

    @Test
    void endsWithItsLastMonth() {
        books.means(bob, "2.00", "20.00");
        everyMonth.subscribe(bob, thing, "3");

        everyMonth.next();
        everyMonth.latestOf(bob).body("counted", equalTo(2), "state", equalTo("running"));
        everyMonth.next();
        everyMonth.next();

        assertThat(everyMonth.flattrs(bob, thing)).isEqualTo(3);
        bob.asks().get(EveryMonth.SUBSCRIPTIONS).then().body("items.size()", equalTo(0));
        bob.asks()
                .get(EveryMonth.SUBSCRIPTIONS + "?ended=true")
                .then()
                .body("items[0].state", equalTo("complete"), "items[0].counted", equalTo(3));
    }

    @Test
    void leavesOutTheMonthsOfAPauseAndDoesNotCountThem() {
        books.means(bob, "2.00", "20.00");
        everyMonth.subscribe(bob, thing, "3");
        everyMonth.pause(bob, thing);

        everyMonth.next();
        everyMonth.next();
        everyMonth.latestOf(bob).body("counted", equalTo(1), "state", equalTo("paused"), "missed", nullValue());
        assertThat(everyMonth.flattrs(bob, thing)).isEqualTo(1);

        everyMonth.resume(bob, thing);
        everyMonth.run();
        everyMonth.run();
        everyMonth.latestOf(bob).body("counted", equalTo(2), "state", equalTo("running"));
        assertThat(everyMonth.flattrs(bob, thing)).isEqualTo(2);
    }

    @Test
    void countsAFlattrThatWasGivenByHandAsTheMonths() {
        books.means(bob, "2.00", "20.00");
        everyMonth.subscribe(bob, thing, "6");
        time.toTheNextMonth();
        time.doWhatIsDue();

        books.flattr(bob, thing);
        everyMonth.run();

        assertThat(everyMonth.flattrs(bob, thing)).isEqualTo(2);
        everyMonth.latestOf(bob).body("counted", equalTo(2));
    }

    @Test
    void doesNotGiveAgainWhatWasTakenBack() {
        books.means(bob, "2.00", "20.00");
        everyMonth.subscribe(bob, thing, "6");
        everyMonth.next();

        bob.asks().delete("/api/v1/flattrs/" + thing).then().statusCode(204);
        everyMonth.run();

        assertThat(everyMonth.flattrs(bob, thing)).isEqualTo(1);
        everyMonth.next();
        assertThat(everyMonth.flattrs(bob, thing)).isEqualTo(2);
    }

    @Test
    void beginsAnewWithAnotherLengthInTheMiddle() {
        books.means(bob, "2.00", "20.00");
        everyMonth.subscribe(bob, thing, "12");
        everyMonth.next();
        everyMonth.next();
        everyMonth.next();

        everyMonth.subscribe(bob, thing, "3");

        everyMonth.latestOf(bob).body("months", equalTo(3), "counted", equalTo(1), "state", equalTo("running"));
        everyMonth.next();
        everyMonth.next();
        everyMonth.next();
        assertThat(everyMonth.flattrs(bob, thing)).isEqualTo(6);
    }

    private long counter(String what) {
        return books.number("select " + what + " from counters where thing_id = ?", thing);
    }
}
