package org.obolus.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SigningUpTest {

    @Inject
    Mailbox mailbox;

    @Test
    void isCompleteWhenTheMailedLinkWasUsed() {
        var alice = Newcomer.named("alice");

        alice.signsUp().then().statusCode(201).body("username", equalTo(alice.username()));
        alice.logsIn().then().statusCode(403).body("type", equalTo("/problems/unconfirmed"));
        alice.confirms(mailbox.secretFor(alice.email(), "confirm")).then().statusCode(204);

        alice.logsIn().then().statusCode(200);
    }

    @Test
    void answersTheSameWhetherOrNotTheAddressIsKnown() {
        var alice = Newcomer.named("alice").settledIn(mailbox);
        var stranger = Newcomer.named("bob").with(alice.email());

        var known = stranger.signsUp();

        assertThat(known.statusCode()).isEqualTo(201);
        assertThat(known.asString())
                .isEqualTo("{\"username\":\"%s\",\"email\":\"%s\"}".formatted(stranger.username(), alice.email()));
        assertThat(mailbox.templatesOf(alice.email())).containsExactly("already-member", "confirm");
        stranger.logsIn().then().statusCode(403).body("type", equalTo("/problems/unconfirmed"));
    }

    @Test
    void letsOnlyOneAccountConfirmAnAddress() {
        var alice = Newcomer.named("alice");
        var other = Newcomer.named("carol").with(alice.email());
        alice.signsUp();
        var first = mailbox.secretFor(alice.email(), "confirm");
        other.signsUp();
        var second = mailbox.secretFor(alice.email(), "confirm");

        other.confirms(second).then().statusCode(204);

        alice.confirms(first).then().statusCode(410).body("type", equalTo("/problems/link_spent"));
    }

    @Test
    void spendsALinkOnce() {
        var alice = Newcomer.named("alice").settledIn(mailbox);

        var again = alice.confirms(mailbox.secretFor(alice.email(), "confirm"));

        again.then().statusCode(410).body("type", equalTo("/problems/link_spent"));
    }

    @Test
    void sendsTheMailAgain() {
        var alice = Newcomer.named("alice");
        alice.signsUp();

        Newcomer.json("{\"email\": \"%s\"}", alice.email().toUpperCase(Locale.ROOT))
                .post("/api/v1/confirmation-mails")
                .then()
                .statusCode(202);

        assertThat(mailbox.templatesOf(alice.email())).containsExactly("confirm", "confirm");
    }

    @Test
    void doesNotSayWhetherThereWasAMailToSendAgain() {
        var nobody = Newcomer.named("nobody");

        var answer = Newcomer.json("{\"email\": \"%s\"}", nobody.email()).post("/api/v1/confirmation-mails");

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(mailbox.of(nobody.email())).isEmpty();
    }

    @Test
    void stopsMailingOneAddressOverAndOver() {
        var alice = Newcomer.named("alice");

        var statuses = IntStream.range(0, 7)
                .mapToObj(time ->
                        Newcomer.named("bob").with(alice.email()).signsUp().statusCode())
                .toList();

        assertThat(statuses).containsExactly(201, 201, 201, 201, 201, 429, 429);
    }

    @Test
    void refusesAUsernameThatIsTakenWhateverItsCase() {
        var alice = Newcomer.named("alice");
        alice.signsUp();
        var other = new Newcomer(alice.username().toUpperCase(Locale.ROOT), "other-" + alice.email(), alice.password());

        var answer = other.signsUp();

        answer.then()
                .statusCode(409)
                .body("type", equalTo("/problems/username_taken"))
                .body("field", equalTo("username"));
    }

    @Test
    void givesANameToOneOfManyAtOnce() {
        var alice = Newcomer.named("alice");

        var statuses = IntStream.range(0, 6)
                .parallel()
                .mapToObj(one -> alice.with(one + alice.email()).signsUp().statusCode())
                .toList();

        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 409);
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(textBlock = """
            a,           alice@mail.example,    three blue kettles,  username
            -alice,      alice@mail.example,    three blue kettles,  username
            al ice,      alice@mail.example,    three blue kettles,  username
            älice,       alice@mail.example,    three blue kettles,  username
            alice.b,     alice@mail.example,    three blue kettles,  username
            alicealicealicealicealicealice1, alice@mail.example, three blue kettles, username
            alice,       alice,                 three blue kettles,  email
            alice,       alice@mail,            three blue kettles,  email
            alice,       @mail.example,         three blue kettles,  email
            alice,       a b@mail.example,      three blue kettles,  email
            alice,       a@b@mail.example,      three blue kettles,  email
            alice,       alice@mail..example,   three blue kettles,  email
            alice,       alice@[127.0.0.1],     three blue kettles,  email
            alice,       alice@127.0.0.1,       three blue kettles,  email
            alice,       alice@mail.example,    1234567,             password
            alice,       alice@mail.example,    password1,           password
            alice,       alice@mail.example,    P@ssw0rd!,           password
            alice,       alice@mail.example,    qwertyuiop,          password
            alice,       alice@mail.example,    987654321,           password
            alice,       alice@mail.example,    aaaaaaaaaaaaaaaa,    password
            alice,       alice@mail.example,    hello Alice 77,      password
            """)
    void refusesWhatCannotBe(String username, String email, String password, String field) {
        var wanted = new Newcomer(username, email, password);

        var answer = wanted.signsUp();

        answer.then().statusCode(422).body("field", equalTo(field)).body("type", equalTo("/problems/invalid"));
    }

    @Test
    void saysHowLongAPasswordIs() {
        var alice = Newcomer.named("alice").withPassword("ab ".repeat(67));

        var answer = alice.signsUp();

        answer.then().statusCode(422).body("detail", containsString("8 to 200 characters; this one has 201"));
    }

    @Test
    void refusesABodyWithoutFields() {
        Newcomer.json("{}").post("/api/v1/accounts").then().statusCode(422).body("field", equalTo("username"));
    }
}
