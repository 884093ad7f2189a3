package org.obolus.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.obolus.testing.AnOperatorsWord.decides;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.identities.Identities;
import org.obolus.testing.Books;
import org.obolus.testing.LittleSite;
import org.obolus.testing.OptOutPage;
import org.obolus.testing.Person;
import org.obolus.testing.TimeTravel;

@QuarkusTest
class HeldSharesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    TimeTravel time;

    @Inject
    Identities identities;

    Person bob;
    Person alice;
    LittleSite blog;

    @BeforeEach
    void bobFlattrsWhatNobodyHasClaimed() {
        time.settleTheMonth();
        bob = people.person("bob");
        alice = people.person("alice");
        blog = LittleSite.named("held");
        books.means(bob, "2.00", "2.00");
        flattr(bob);
    }

    @AfterEach
    void end() {
        blog.close();
    }

    @Test
    void becomeRevenueOfTheClaimerLessTheFee() {
        var month = time.settleTheMonth();
        var fees = books.balance("fees");

        blog.provenBy(alice);

        assertThat(books.balance("revenue:" + alice.id())).isEqualTo(1_800_000);
        assertThat(books.balance("fees") - fees).isEqualTo(200_000);
        assertThat(books.balance("held:" + month)).isZero();
        bob.asks().get("/api/v1/statements/given/" + month).then().body("shares.state", contains("claimed"));
        alice.asks()
                .get("/api/v1/statements/received/" + month)
                .then()
                .body("claimed.gross_micros", contains(2_000_000));
    }

    @Test
    void areToldToTheClaimerWithTheirFee() {
        var month = time.settleTheMonth();

        blog.provenBy(alice);

        alice.asks()
                .get("/api/v1/statements/received/" + month)
                .then()
                .body("gross_micros", equalTo(2_000_000))
                .body("fee_micros", equalTo(200_000))
                .body("net_micros", equalTo(1_800_000))
                .body("claims.identity", contains("site:" + blog.host()))
                .body("claims.gross_micros", contains(2_000_000))
                .body("claims.fee_micros", contains(200_000))
                .body("claims.net_micros", contains(1_800_000));
        assertThat(alice.asks()
                        .get("/api/v1/statements/received/" + month + "/claims.csv")
                        .asString()
                        .lines())
                .hasSize(2)
                .anyMatch(line -> line.startsWith(month + ",site:" + blog.host() + ",")
                        && line.endsWith(",2.000000,0.200000,1.800000"));
        assertThat(alice.browses().get("/statements/received/" + month).asString())
                .contains("€1.800000", "€0.200000");
    }

    @Test
    void giveOneFloorOfFeeForAWholeClaim() {
        books.run("update budgets set amount = 2000005 where supporter_id = ?", bob.id());
        books.deposit(bob, "2.00001");
        time.settleTheMonth();
        flattr(bob);
        time.settleTheMonth();

        blog.provenBy(alice);

        assertThat(books.balance("revenue:" + alice.id())).isEqualTo(4_000_010 - 400_001);
        var months = alice.asks().get("/api/v1/statements").jsonPath();
        assertThat(months.getList("net_micros", Long.class).stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(4_000_010 - 400_001);
        assertThat(months.getList("fee_micros", Long.class)).contains(200_000L, 200_001L);
    }

    @Test
    void appearInTheHistoryOfTheClaimersRevenue() {
        time.settleTheMonth();

        blog.provenBy(alice);

        alice.asks().get("/api/v1/revenue").then().body("revenue_micros", equalTo(1_800_000));
        alice.asks()
                .get("/api/v1/revenue/history")
                .then()
                .body("items.direction", containsInAnyOrder("in", "out"))
                .body("items.amount_micros", containsInAnyOrder(2_000_000, 200_000));
        assertThat(alice.browses().get("/dashboard/revenue").asString())
                .contains("then claimed by you", "Kept by the platform");
    }

    @Test
    void goBackToAClaimerWhoGaveThem() {
        books.means(alice, "2.00", "2.00");
        flattr(alice);
        var month = time.settleTheMonth();

        blog.provenBy(alice);

        assertThat(books.balance("funds:" + alice.id())).isEqualTo(2_000_000);
        assertThat(books.balance("revenue:" + alice.id())).isEqualTo(1_800_000);
        assertThat(books.balance("held:" + month)).isZero();
    }

    @Test
    void waitForTheSettlementWhenTheClaimComesInTheReview() {
        var month = time.toTheNextMonth();
        time.doWhatIsDue();

        blog.provenBy(alice);
        time.toSettlement();

        assertThat(books.balance("revenue:" + alice.id())).isEqualTo(1_800_000);
        assertThat(books.balance("held:" + month)).isZero();
    }

    @Test
    void areReturnedWholeAfterSixMonthsAndNeverTwice() {
        var month = time.settleTheMonth();
        time.passMonths(7);

        blog.provenBy(alice);
        time.doWhatIsDue();

        assertThat(books.balance("funds:" + bob.id())).isEqualTo(2_000_000);
        assertThat(books.balance("revenue:" + alice.id())).isZero();
        assertThat(books.balance("held:" + month)).isZero();
        bob.asks().get("/api/v1/statements/given/" + month).then().body("shares.state", contains("returned"));
    }

    @Test
    void keepWaitingWhileAContestIsOpen() {
        var carol = people.person("carol");
        blog.disputedBetween(alice, carol);
        var month = time.settleTheMonth();
        identities.decideContests().await().atMost(PATIENCE);

        time.passMonths(8);
        var held = books.balance("held:" + month);
        decides(people.operator("olga"), blog.host(), carol, "A contract.").statusCode(204);

        assertThat(held).isEqualTo(2_000_000);
        assertThat(books.balance("held:" + month)).isZero();
        assertThat(books.balance("revenue:" + carol.id())).isEqualTo(1_800_000);
        assertThat(books.balance("revenue:" + alice.id())).isZero();
        assertThat(books.balance("funds:" + bob.id())).isZero();
    }

    @Test
    void areReturnedWhenWhoeverHasTheSiteOptsOut() {
        var month = time.settleTheMonth();

        OptOutPage.optOut(blog);
        time.doWhatIsDue();

        assertThat(books.balance("funds:" + bob.id())).isEqualTo(2_000_000);
        assertThat(books.balance("held:" + month)).isZero();
    }

    @Test
    void areReturnedWhenSomebodyOptsOutAfterAContest() {
        var carol = people.person("carol");
        blog.disputedBetween(alice, carol);
        var month = time.settleTheMonth();
        alice.asks().delete("/api/v1/sites/{host}", blog.host()).then().statusCode(204);

        OptOutPage.optOut(blog);
        time.doWhatIsDue();

        assertThat(books.balance("funds:" + bob.id())).isEqualTo(2_000_000);
        assertThat(books.balance("held:" + month)).isZero();
    }

    private void flattr(Person supporter) {
        var thing = books.thingOfNobody(blog.host());
        supporter
                .asks()
                .body("{\"thing\":" + thing + "}")
                .post("/api/v1/flattrs")
                .then()
                .statusCode(201);
    }
}
