package org.obolus.flattrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.AccountId;
import org.obolus.accounts.People;
import org.obolus.budgets.Budgets;
import org.obolus.calendar.Calendar;
import org.obolus.money.Money;
import org.obolus.testing.Books;
import org.obolus.testing.Person;
import org.obolus.things.ThingId;

@QuarkusTest
class AWaitingClickTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    Flattrs flattrs;

    @Inject
    Budgets budgets;

    @Inject
    Calendar calendar;

    @Inject
    ForgetJob forgetJob;

    Person bob;
    long thing;

    @BeforeEach
    void bobClicksWithoutMeans() {
        bob = people.person("bob");
        thing = books.thingOf(people.person("alice"));
        flattrs.giveOnceThereAreMeans(new AccountId(bob.id()), new ThingId(thing))
                .await()
                .atMost(PATIENCE);
    }

    @Test
    void countsAsSoonAsThereAreMeans() {
        books.deposit(bob, "5.00");

        setBudget();

        assertThat(counted()).isEqualTo(1);
    }

    @Test
    void goesOnWaitingWhileSomethingIsMissing() {
        setBudget();
        assertThat(counted()).isZero();

        books.deposit(bob, "5.00");
        budgets.resume(new AccountId(bob.id())).await().atMost(PATIENCE);

        assertThat(counted()).isEqualTo(1);
    }

    @Test
    void isTriedWhenMoneyComesBackThatIsNoTopUp() {
        setBudget();
        books.deposit(bob, "5.00");
        assertThat(counted()).isZero();

        forgetJob.run().await().atMost(PATIENCE);

        assertThat(counted()).isEqualTo(1);
        assertThat(books.number("select count(*) from waiting_clicks where supporter_id = ?", bob.id()))
                .isZero();
    }

    @Test
    void leavesNothingBehindWhenItHasWaitedTooLong() {
        calendar.moveTo(calendar.now().await().atMost(PATIENCE).plus(Duration.ofHours(25)))
                .await()
                .atMost(PATIENCE);

        forgetJob.run().await().atMost(PATIENCE);

        assertThat(books.number("select count(*) from waiting_clicks where supporter_id = ?", bob.id()))
                .isZero();
    }

    @Test
    void isForgottenAfterADay() {
        calendar.moveTo(calendar.now().await().atMost(PATIENCE).plus(Duration.ofHours(25)))
                .await()
                .atMost(PATIENCE);
        books.deposit(bob, "5.00");

        setBudget();

        assertThat(counted()).isZero();
    }

    private void setBudget() {
        budgets.set(new AccountId(bob.id()), new Money(5_000_000)).await().atMost(PATIENCE);
    }

    private long counted() {
        return books.number("select count(*) from flattrs where thing_id = ?", thing);
    }
}
