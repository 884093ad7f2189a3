package org.obolus.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.YearMonth;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.client.AccountId;
import org.obolus.client.AccountingMonth;
import org.obolus.client.Deposit;
import org.obolus.client.GivenStatement;
import org.obolus.client.IdempotencyKey;
import org.obolus.client.Money;
import org.obolus.client.MonthOverview;
import org.obolus.client.Movement;
import org.obolus.client.ObolusClient;
import org.obolus.client.ObolusException;
import org.obolus.client.ThingId;
import org.obolus.testing.Books;
import org.obolus.testing.Person;
import org.obolus.testing.TimeTravel;

@QuarkusTest
class MoneyWithTheSdkTest {

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    TimeTravel time;

    @TestHTTPResource("/")
    URI server;

    Person alice;
    Person fan;
    ObolusClient bob;

    @BeforeEach
    void meet() {
        alice = people.person("alice");
        fan = people.person("bob");
        bob = client(fan);
    }

    @Test
    void setsABudget() {
        assertThat(bob.budgets().read().amount()).isEmpty();

        var set = bob.budgets().set(Money.of("5.00"));

        assertThat(set.amount()).contains(Money.of("5.00"));
        assertThat(set.hasMeans()).isFalse();
        assertThat(bob.budgets().pause().paused()).isTrue();
        assertThat(bob.budgets().resume()).isEqualTo(set);
        assertThatThrownBy(() -> bob.budgets().set(Money.of("1.99")))
                .isInstanceOfSatisfying(
                        ObolusException.Refused.class,
                        refused -> assertThat(refused.problem().is("budget_too_small"))
                                .isTrue());
    }

    @Test
    void startsADepositOnceUnderOneKey() {
        var key = IdempotencyKey.random();

        var started = bob.deposits().start(Money.of("10.00"), "/dashboard/funds", key);

        assertThat(bob.deposits().start(Money.of("10.00"), "/dashboard/funds", key))
                .isEqualTo(started);
        assertThat(started.state()).isEqualTo(Deposit.State.STARTED);
        assertThat(bob.deposits().mine()).containsExactly(started);
        assertThat(bob.deposits().byId(started.id())).contains(started);
        assertThat(client(alice).deposits().byId(started.id())).isEmpty();
        assertThat(bob.deposits().start(Money.of("3.00")).checkoutUrl().isAbsolute())
                .isTrue();
    }

    @Test
    void followsTheMoneyOfAMonth() {
        books.means(fan, "5.00", "5.00");
        var thing = new ThingId(books.thingOf(alice));
        bob.flattrs().give(thing);
        assertThat(bob.statements().worth().each()).isEqualTo(Money.of("5.00"));

        var month = YearMonth.parse(time.settleTheMonth().toString());

        var given = bob.statements().given(month);
        assertThat(given.state()).isEqualTo(AccountingMonth.Stage.SETTLED);
        assertThat(given.shares()).singleElement().satisfies(share -> {
            assertThat(share.amount()).isEqualTo(Money.of("5.00"));
            assertThat(share.state()).isEqualTo(GivenStatement.Share.State.CREDITED);
        });
        assertThat(bob.statements().givenCsv(month)).contains("5.000000");
        assertThat(bob.statements().overview())
                .filteredOn(overview -> overview.month().equals(month))
                .extracting(MonthOverview::given)
                .containsExactly(Money.of("5.00"));
        assertThat(bob.statements().months())
                .anySatisfy(one -> assertThat(one.settledAt()).isPresent());
        assertThat(bob.funds().history())
                .extracting(Movement::direction)
                .containsExactly(Movement.Direction.OUT, Movement.Direction.IN);
        received(thing, month);
    }

    private void received(ThingId thing, YearMonth month) {
        var creator = client(alice);
        var received = creator.statements().received(month);
        assertThat(received.net()).isEqualTo(Money.of("4.50"));
        assertThat(received.gross().minus(received.fee())).isEqualTo(received.net());
        assertThat(received.things())
                .singleElement()
                .satisfies(one -> assertThat(one.thing()).isEqualTo(thing));
        assertThat(creator.revenues().read().revenue()).isEqualTo(Money.of("4.50"));
        assertThat(creator.revenues().history()).hasSize(2);
        assertThat(creator.statements().receivedCsv(month).lines()).hasSize(2);
        assertThat(creator.statements().thingsCsv(month)).contains(";5,00;");
        assertThat(creator.statements().claimsCsv(month).lines()).hasSize(1);
    }

    @Test
    void letsAnOperatorReview() {
        books.means(fan, "5.00", "5.00");
        var thing = new ThingId(books.thingOf(alice));
        bob.flattrs().give(thing);
        var olga = client(people.operator("olga"));
        var month = YearMonth.parse(time.month().toString());

        var seen = olga.operators().flattrsOn(thing, month).toList();
        olga.operators().makeVoid(new AccountId(fan.id()), month, thing, "clicked by a machine");

        assertThat(seen)
                .singleElement()
                .satisfies(flattr -> assertThat(flattr.supporter()).isEqualTo(new AccountId(fan.id())));
        assertThat(bob.counts().of(thing).flattrs()).isZero();
        time.toTheNextMonth();
        time.doWhatIsDue();
        assertThat(olga.operators().settle(month).settled()).isTrue();
        assertThatThrownBy(() -> bob.operators().settle(month)).isInstanceOf(ObolusException.Refused.class);
    }

    @Test
    void knowsWhoseTheTokenIs() {
        var me = bob.accounts().me();

        assertThat(me.username()).isEqualTo(fan.username());
        assertThat(me.email()).isPresent();
        assertThat(me.operator()).isFalse();
    }

    private ObolusClient client(Person person) {
        return ObolusClient.builder(server).token(person.token()).build();
    }
}
