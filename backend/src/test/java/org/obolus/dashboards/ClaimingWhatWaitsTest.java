package org.obolus.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.EmailAddress;
import org.obolus.accounts.People;
import org.obolus.identities.Identities;
import org.obolus.testing.Books;
import org.obolus.testing.LittleSite;
import org.obolus.testing.Person;
import org.obolus.testing.TimeTravel;

@QuarkusTest
class ClaimingWhatWaitsTest {

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    TimeTravel time;

    @Inject
    Identities identities;

    Person alice;
    Person bob;
    Person carol;

    @BeforeEach
    void meet() {
        time.settleTheMonth();
        alice = people.person("alice");
        bob = people.person("bob");
        carol = people.person("carol");
        books.means(bob, "2.00", "4.00");
        books.means(carol, "3.00", "3.00");
    }

    @Test
    void beginsWithOneSentenceForWhoeverReadsTheMail() {
        var mail = emailOf(alice);
        books.flattr(bob, books.thingOfIdentity(mail));
        books.flattr(carol, books.thingOfIdentity(mail));
        time.settleTheMonth();
        books.flattr(bob, books.thingOfIdentity(mail));

        var until = time.month().firstDay().plusMonths(6).getYear();
        assertThat(overview(alice))
                .contains("2 people have flattred you: €5.00 is waiting.", "1 flattr is not shared out yet.")
                .contains("10 ", " " + until);
        assertThat(overview(bob)).doesNotContain("is waiting");
    }

    @Test
    void takesOneButtonAndEndsTheSentence() {
        var mail = emailOf(alice);
        books.flattr(bob, books.thingOfIdentity(mail));
        var month = time.settleTheMonth();

        alice.forms().post("/dashboard/claims/email").then().statusCode(303);

        assertThat(books.balance("revenue:" + alice.id())).isEqualTo(1_800_000);
        assertThat(books.balance("held:" + month)).isZero();
        assertThat(overview(alice)).doesNotContain("is waiting");
        assertThat(books.text(
                        "select proof from claims c join identities i on i.id = c.identity_id where name = ?", mail))
                .isEqualTo("email");
    }

    @Test
    void isPossibleBeforeAnythingIsSettled() {
        books.flattr(bob, books.thingOfIdentity(emailOf(alice)));
        assertThat(overview(alice)).contains("1 person has flattred you.", "1 flattr is not shared out yet.");

        alice.forms().post("/dashboard/claims/email").then().statusCode(303);
        time.settleTheMonth();

        assertThat(books.balance("revenue:" + alice.id())).isEqualTo(1_800_000);
    }

    @Test
    void endsAnOptOutOfTheAddress() {
        var mail = identities.name(EmailAddress.of(alice.username() + "@mail.example"));
        identities.optOut(mail, "email").await().atMost(Duration.ofSeconds(60));
        assertThat(overview(alice)).contains("Your e-mail address takes no flattrs", "Accept flattrs again");

        alice.forms().post("/dashboard/claims/email").then().statusCode(303);
        var claimed = overview(alice);
        identities.optOut(mail, "email").await().atMost(Duration.ofSeconds(60));
        var optedOutAgain = overview(alice);
        alice.forms().post("/dashboard/claims/email").then().statusCode(303);

        assertThat(claimed).doesNotContain("takes no flattrs");
        assertThat(optedOutAgain).contains("takes no flattrs");
        assertThat(overview(alice)).doesNotContain("takes no flattrs");
    }

    @Test
    void takesAnAddressInCapitalsForTheSame() {
        var written = identities.name(EmailAddress.of("Carol@Mail.Example"));

        assertThat(written).isEqualTo(identities.name(EmailAddress.of("carol@mail.example")));
        assertThat(written.value()).matches("email:[0-9a-f]{64}").doesNotContain("carol");
    }

    @Test
    void saysWhatWaitsForASiteThatIsAskedAbout() {
        try (var blog = LittleSite.named("waiting")) {
            var dora = people.person("dora");
            books.means(dora, "4.00", "4.00");
            for (var giver : List.of(bob, carol, dora)) {
                books.flattr(giver, books.thingOfNobody(blog.host()));
            }
            time.settleTheMonth();
            var token = blog.tokenFor(alice);

            assertThat(overview(alice)).contains("3 people have flattred " + blog.host() + ": €9.00 is waiting.");
            assertThat(text(alice, "/dashboard/sites")).contains("€9.00 is waiting.");

            blog.with(LittleSite.PROOF_FILE, token);
            alice.forms()
                    .post("/dashboard/sites/" + blog.host() + "/verify")
                    .then()
                    .statusCode(303);

            assertThat(books.balance("revenue:" + alice.id())).isEqualTo(8_100_000);
            assertThat(overview(alice)).doesNotContain("is waiting");
        }
    }

    @Test
    void saysNotToWhoeverAsksAboutASiteWhatASingleSupporterGave() {
        var host = "asked" + bob.id() + ".example";
        books.flattr(bob, books.thingOfNobody(host));
        time.settleTheMonth();
        alice.asks().body(Map.of("host", host)).post("/api/v1/sites").then().statusCode(201);

        assertThat(overview(alice))
                .contains("1 person has flattred " + host + ".")
                .doesNotContain("is waiting");
    }

    @Test
    void isSaidToSupportersWhereTheirFlattrsAre() {
        books.flattr(bob, books.thingOfNobody("nobody" + bob.id() + ".example"));

        var year = time.month().next().firstDay().plusMonths(6).getYear();
        assertThat(overview(bob))
                .contains("nobody has claimed it yet; its share waits until 10 ", " " + year + ", then it goes back");
        assertThat(text(bob, "/dashboard/flattrs")).contains("nobody has claimed it yet; its share waits until 10 ");
    }

    private String emailOf(Person person) {
        return identities
                .name(EmailAddress.of(person.username() + "@mail.example"))
                .value();
    }

    private static String overview(Person person) {
        return text(person, "/dashboard");
    }

    private static String text(Person person, String path) {
        return person.browses()
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .replaceAll("<[^>]*>", "")
                .replaceAll("\\s+", " ");
    }
}
