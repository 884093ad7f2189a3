package org.obolus.dashboards;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.EmailAddress;
import org.obolus.accounts.People;
import org.obolus.identities.Identities;
import org.obolus.testing.AtOnce;
import org.obolus.testing.Books;
import org.obolus.testing.Person;
import org.obolus.testing.TimeTravel;

/** Alice has collected for an address that is carol's by now. */
@QuarkusTest
class AddressesThatChangeHandsTest {

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    TimeTravel time;

    @Inject
    Identities identities;

    private Person alice;
    private Person bob;
    private Person carol;
    private String address;

    @BeforeEach
    void passOn() {
        time.settleTheMonth();
        alice = people.person("alice");
        bob = people.person("bob");
        carol = people.person("carol");
        books.means(bob, "2.00", "4.00");
        address = alice.username() + "@mail.example";
        flattr();
        collects(alice);
        time.settleTheMonth();
        books.run("update accounts set email = 'gone' || email where id = ?", alice.id());
        books.run("update accounts set email = ? where id = ?", address, carol.id());
    }

    @Test
    void stayWithWhoeverCollectedUntilSomebodyElseDoes() {
        flattr();
        time.settleTheMonth();

        assertThat(revenue(alice)).isEqualTo(3_600_000);
        assertThat(revenue(carol)).isZero();
    }

    @Test
    void areTheNextOnesOnceTheyCollect() {
        flattr();
        assertThat(overview(carol)).contains("1 person has flattred you.", "1 flattr is not shared out yet.");

        collects(carol);
        time.settleTheMonth();

        assertThat(revenue(carol)).isEqualTo(1_800_000);
        assertThat(revenue(alice)).isEqualTo(1_800_000);
        assertThat(overview(carol)).doesNotContain("has flattred you");
        assertThat(books.text(
                        "select string_agg(account_id || ':' || (ended_at is null), ' ' order by id) from claims"
                                + " where identity_id = ?",
                        identity()))
                .isEqualTo(alice.id() + ":false " + carol.id() + ":true");
    }

    @Test
    void areSaidToWhomeverTheyWereWithoutAName() {
        collects(carol);

        var mail = books.texts(
                "select payload from outbox where kind = 'mail' and payload::json ->> 'template' = 'address-lost'"
                        + " and payload like ?",
                "%" + alice.username() + "%");
        assertThat(mail).hasSize(1);
        assertThat(mail.get(0).replace("gone" + address, ""))
                .doesNotContain(address, carol.username(), name(), name().substring("email:".length()));
        assertThat(overview(alice, "/dev/mails"))
                .contains("What is given to an address that was yours is somebody else's now")
                .contains("What you have received stays yours.");
    }

    @Test
    void areNotTakenBackByWhoeverHasAnotherOne() {
        collects(carol);

        collects(alice);

        assertThat(owner()).isEqualTo(carol.id());
    }

    @Test
    void areOneAccountsHoweverManyCollectAtOnce() {
        AtOnce.times(6, number -> {
            collects(number % 2 == 0 ? alice : carol);
            return number;
        });

        assertThat(owner()).isEqualTo(carol.id());
        assertThat(books.number("select count(*) from claims where identity_id = ?", identity()))
                .isEqualTo(2);
        assertThat(books.number(
                        "select count(*) from outbox where kind = 'mail' and payload like ?",
                        "%address-lost%" + alice.username() + "%"))
                .isEqualTo(1);
    }

    private void flattr() {
        books.flattr(bob, books.thingOfIdentity(name()));
    }

    private static void collects(Person person) {
        person.forms().post("/dashboard/claims/email").then().statusCode(303);
    }

    private String name() {
        return identities.name(EmailAddress.of(address)).value();
    }

    private long identity() {
        return books.number("select id from identities where name = ?", name());
    }

    private long owner() {
        return books.number("select account_id from identities where name = ?", name());
    }

    private long revenue(Person person) {
        return books.balance("revenue:" + person.id());
    }

    private static String overview(Person person) {
        return overview(person, "/dashboard");
    }

    private static String overview(Person person, String path) {
        return person.browses()
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .replaceAll("<[^>]*>", "")
                .replaceAll("&#39;", "'")
                .replaceAll("\\s+", " ");
    }
}
