package org.obolus.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.RepeatedTest;
import org.obolus.accounts.People;
import org.obolus.calendar.Month;
import org.obolus.money.Money;
import org.obolus.testing.Books;
import org.obolus.testing.Person;
import org.obolus.testing.TimeTravel;

/** Whatever people do in a month, settling it books exactly what the rules of money.md say, to the micro. */
@QuarkusTest
class RandomMonthsTest {

    private static final int SUPPORTERS = 6;
    private static final int THINGS = 9;

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    TimeTravel time;

    @RepeatedTest(12)
    void areSettledAsTheRulesSay() {
        var seed = new Random().nextLong();
        var scene = new Scene(new Random(seed));
        var fees = books.balance("fees");

        var month = time.settleTheMonth();

        assertThat(scene.booked(month)).as("seed %d", seed).isEqualTo(scene.expected());
        assertThat(books.balance("fees") - fees).as("fees, seed %d", seed).isEqualTo(scene.expectedFees());
        assertThat(books.balance("pool:" + month)).as("pool, seed %d", seed).isZero();
    }

    /** A month at random, and what it must come to by the rules, computed one flattr at a time. */
    private final class Scene {
        private final Map<Person, Money> pots = new HashMap<>();
        private final Map<Person, Money> funds = new HashMap<>();
        private final Map<Person, List<Long>> clicks = new HashMap<>();
        private final Map<Long, Person> owners = new TreeMap<>();

        Scene(Random random) {
            time.settleTheMonth();
            var creators = List.of(people.person("alice"), people.person("carol"), people.person("dave"));
            for (int i = 0; i < THINGS; i++) {
                var creator = random.nextInt(4);
                if (creator < creators.size()) {
                    owners.put(books.thingOf(creators.get(creator)), creators.get(creator));
                } else {
                    owners.put(books.thingOfNobody("nobody.example"), null);
                }
            }
            for (int i = 0; i < SUPPORTERS; i++) {
                supporter(random);
            }
        }

        private void supporter(Random random) {
            var supporter = people.person("bob");
            var budget = new Money(2_000_000 + random.nextInt(9_000_000));
            var money = new Money(1 + random.nextInt(9_000_000));
            books.means(supporter, budget.toString(), money.toString());
            var liked = owners.keySet().stream()
                    .filter(thing -> random.nextInt(3) == 0)
                    .toList();
            liked.forEach(thing -> supporter
                    .asks()
                    .body("{\"thing\":" + thing + "}")
                    .post("/api/v1/flattrs")
                    .then()
                    .statusCode(201));
            clicks.put(supporter, liked);
            funds.put(supporter, money);
            pots.put(supporter, liked.isEmpty() ? Money.ZERO : budget.min(money));
        }

        Map<String, Long> expected() {
            var amounts = new TreeMap<String, Long>();
            grossOf()
                    .forEach((creator, gross) -> amounts.put(
                            "revenue:" + creator.id(),
                            gross.minus(gross.fee(10)).micros()));
            pots.forEach((supporter, pot) -> amounts.put(
                    "funds:" + supporter.id(), funds.get(supporter).minus(pot).micros()));
            amounts.put("held", shares(null).stream().mapToLong(Money::micros).sum());
            return amounts;
        }

        long expectedFees() {
            return grossOf().values().stream()
                    .mapToLong(gross -> gross.fee(10).micros())
                    .sum();
        }

        Map<String, Long> booked(Month month) {
            var amounts = new TreeMap<String, Long>();
            expected()
                    .keySet()
                    .forEach(account ->
                            amounts.put(account, books.balance(account.equals("held") ? "held:" + month : account)));
            return amounts;
        }

        private Map<Person, Money> grossOf() {
            var gross = new HashMap<Person, Money>();
            owners.values().stream()
                    .filter(owner -> owner != null)
                    .forEach(owner -> gross.put(owner, shares(owner).stream().reduce(Money.ZERO, Money::plus)));
            return gross;
        }

        private List<Money> shares(Person owner) {
            var shares = new ArrayList<Money>();
            clicks.forEach((supporter, things) -> {
                var parts = things.isEmpty()
                        ? List.<Money>of()
                        : pots.get(supporter).split(things.size());
                for (int i = 0; i < things.size(); i++) {
                    if (owners.get(things.get(i)) == owner) {
                        shares.add(parts.get(i));
                    }
                }
            });
            return shares;
        }
    }
}
