package org.obolus.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.database.Transactions;
import org.obolus.identities.IdentityName;
import org.obolus.money.Money;
import org.obolus.testing.Books;
import org.obolus.testing.Person;
import org.obolus.testing.TimeTravel;

@QuarkusTest
class CountingWhoWaitsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    TimeTravel time;

    @Inject
    Transactions transactions;

    @Inject
    ReadWaiting readWaiting;

    @Inject
    MostWanted mostWanted;

    private Person bob;
    private Person carol;
    private String host;
    private long one;
    private long other;

    @BeforeEach
    void begin() {
        time.settleTheMonth();
        bob = people.person("bob");
        carol = people.person("carol");
        books.means(bob, "2.00", "9.00");
        books.means(carol, "3.00", "9.00");
        host = "waiting" + bob.id() + ".example";
        one = books.thingOfNobody(host);
        other = books.thingOfNobody(host);
    }

    @Test
    void countsEverybodyOnceHoweverOftenTheyGave() {
        books.flattr(bob, one);
        books.flattr(bob, other);
        time.settleTheMonth();
        assertThat(waiting()).isEqualTo(shares(1, 1, "2.00", 0));

        books.flattr(bob, one);
        books.flattr(carol, one);
        books.flattr(carol, other);
        assertThat(waiting()).isEqualTo(shares(2, 1, "2.00", 3));

        time.settleTheMonth();
        assertThat(waiting()).isEqualTo(shares(2, 2, "7.00", 0));
    }

    @Test
    void countsOverSeveralMonthsBeforeAndAfterTheMostWantedAreCounted() {
        books.flattr(bob, one);
        time.settleTheMonth();
        books.flattr(bob, one);
        books.flattr(carol, one);
        time.settleTheMonth();
        books.flattr(carol, other);

        var before = waiting();
        mostWanted.count().await().atMost(PATIENCE);

        assertThat(before).isEqualTo(shares(2, 2, "7.00", 1));
        assertThat(waiting()).isEqualTo(before);
    }

    @Test
    void believesNoSumThatIsOutOfDate() {
        books.flattr(bob, one);
        time.settleTheMonth();
        mostWanted.count().await().atMost(PATIENCE);
        books.flattr(carol, one);
        time.settleTheMonth();
        assertThat(waiting()).isEqualTo(shares(2, 2, "5.00", 0));
    }

    @Test
    void readsTheSumThatIsThere() {
        books.flattr(bob, one);
        time.settleTheMonth();
        books.flattr(bob, one);
        time.settleTheMonth();
        mostWanted.count().await().atMost(PATIENCE);

        books.run("""
                update most_wanted set supporters = 42
                where identity_id = (select id from identities where name = ?)""", "site:" + host);

        assertThat(waiting().supporters()).isEqualTo(42);
    }

    @Test
    void tellsOthersNoSumBeforeThreePeopleGaveWhatIsHeld() {
        var dora = people.person("dora");
        books.means(dora, "4.00", "9.00");
        books.flattr(bob, one);
        time.settleTheMonth();
        books.flattr(carol, one);
        books.flattr(dora, one);
        assertThat(waiting().supporters()).isEqualTo(3);
        assertThat(waiting().told()).isEqualTo(Money.ZERO);

        time.settleTheMonth();

        assertThat(waiting().told()).isEqualTo(Money.of("9.00"));
    }

    private WaitingShares waiting() {
        var name = new IdentityName("site:" + host);
        return transactions
                .read(connection -> readWaiting.of(connection, List.of(name)))
                .await()
                .atMost(PATIENCE)
                .get(name);
    }

    private WaitingShares shares(long people, long holding, String held, long flattrs) {
        return new WaitingShares(
                people, holding, Money.of(held), flattrs, waiting().until());
    }
}
