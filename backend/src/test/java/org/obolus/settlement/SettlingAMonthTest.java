package org.obolus.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.Person;
import org.obolus.testing.TimeTravel;

/** The worked examples of money.md. */
@QuarkusTest
class SettlingAMonthTest {

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    TimeTravel time;

    Person bob;

    @BeforeEach
    void meet() {
        time.settleTheMonth();
        bob = people.person("bob");
    }

    @Test
    void sharesTwoEurosAmongTenCreators() {
        books.means(bob, "2.00", "2.00");
        var creators = new ArrayList<Person>();
        for (int i = 0; i < 10; i++) {
            creators.add(people.person("creator"));
            flattr(bob, books.thingOf(creators.get(i)));
        }
        var fees = books.balance("fees");

        time.settleTheMonth();

        assertThat(creators).allSatisfy(creator -> assertThat(revenue(creator)).isEqualTo(180_000));
        assertThat(books.balance("fees") - fees).isEqualTo(200_000);
        assertThat(funds(bob)).isZero();
    }

    @Test
    void givesWhatDoesNotDivideToTheFirstThings() {
        books.means(bob, "2.00", "2.00");
        var creators = new ArrayList<Person>();
        for (int i = 0; i < 3; i++) {
            creators.add(people.person("creator"));
            flattr(bob, books.thingOf(creators.get(i)));
        }

        var month = time.settleTheMonth();

        assertThat(creators.stream().map(creator -> gross(creator, month)).toList())
                .containsExactly(666_667L, 666_667L, 666_666L);
    }

    @Test
    void takesNothingFromWhoGaveNothing() {
        books.means(bob, "5.00", "5.00");

        time.settleTheMonth();

        assertThat(funds(bob)).isEqualTo(5_000_000);
    }

    @Test
    void sharesTheFundsWhenTheyAreLessThanTheBudget() {
        books.means(bob, "5.00", "3.10");
        var creator = people.person("creator");
        flattr(bob, books.thingOf(creator));
        flattr(bob, books.thingOf(creator));

        time.settleTheMonth();

        assertThat(revenue(creator)).isEqualTo(2_790_000);
        assertThat(funds(bob)).isZero();
    }

    @Test
    void takesNoFeeFromFiveMillionths() {
        var creator = people.person("creator");
        books.means(bob, "2.00", "0.000005");
        flattr(bob, books.thingOf(creator));

        time.settleTheMonth();

        assertThat(revenue(creator)).isEqualTo(5);
    }

    @Test
    void holdsWhatNobodyHasClaimedAndGivesItBackAfterSixMonths() {
        books.means(bob, "2.00", "2.00");
        flattr(bob, books.thingOfNobody("nobody" + bob.id() + ".example"));

        var month = time.settleTheMonth();

        assertThat(books.balance("held:" + month)).isEqualTo(2_000_000);
        time.passMonths(7);
        assertThat(books.balance("held:" + month)).isZero();
        assertThat(funds(bob)).isEqualTo(2_000_000);
    }

    private void flattr(Person supporter, long thing) {
        supporter
                .asks()
                .body("{\"thing\":" + thing + "}")
                .post("/api/v1/flattrs")
                .then()
                .statusCode(201);
    }

    private long revenue(Person creator) {
        return books.balance("revenue:" + creator.id());
    }

    private long funds(Person supporter) {
        return books.balance("funds:" + supporter.id());
    }

    private long gross(Person creator, org.obolus.calendar.Month month) {
        return books.number(
                "select gross from credits where account_id = ? and month = ?", creator.id(), month.firstDay());
    }
}
