package org.obolus.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChangingAPasswordTest {

    private static final String OTHER = "four green pans";

    @Inject
    Mailbox mailbox;

    @Inject
    AgroalDataSource database;

    @Test
    void endsAllOtherLogIns() {
        var alice = Newcomer.named("alice").settledIn(mailbox);
        var elsewhere = alice.session();
        var here = alice.session();

        changes(here, alice.password(), OTHER).then().statusCode(204);

        Newcomer.browser(elsewhere).get("/api/v1/account").then().statusCode(401);
        Newcomer.browser(here).get("/api/v1/account").then().statusCode(200);
        alice.logsIn().then().statusCode(401);
        alice.withPassword(OTHER).logsIn().then().statusCode(200);
        assertThat(mailbox.templatesOf(alice.email())).startsWith("password-changed");
    }

    @Test
    void needsTheOldOne() {
        var alice = Newcomer.named("alice").settledIn(mailbox);

        var answer = changes(alice.session(), "not it at all", OTHER);

        answer.then()
                .statusCode(401)
                .body("type", equalTo("/problems/wrong_password"))
                .body("field", equalTo("old_password"));
        alice.logsIn().then().statusCode(200);
    }

    @Test
    void refusesABadNewOne() {
        var alice = Newcomer.named("alice").settledIn(mailbox);

        var answer = changes(alice.session(), alice.password(), "short");

        answer.then().statusCode(422).body("field", equalTo("new_password"));
    }

    @Test
    void worksWithAMailedLinkOnce() {
        var alice = Newcomer.named("alice").settledIn(mailbox);
        var session = alice.session();
        forgets(alice.email()).then().statusCode(202);
        var secret = mailbox.secretFor(alice.email(), "reset");

        resets(secret, OTHER).then().statusCode(204);

        resets(secret, "five red spoons").then().statusCode(410).body("type", equalTo("/problems/link_spent"));
        Newcomer.browser(session).get("/api/v1/account").then().statusCode(401);
        alice.withPassword(OTHER).logsIn().then().statusCode(200);
    }

    @Test
    void keepsTheLinkWhenTheNewPasswordIsRefused() {
        var alice = Newcomer.named("alice").settledIn(mailbox);
        forgets(alice.email());
        var secret = mailbox.secretFor(alice.email(), "reset");

        resets(secret, "short").then().statusCode(422);

        resets(secret, OTHER).then().statusCode(204);
    }

    @Test
    void confirmsTheAddressWhenItIsDoneByMail() {
        var alice = Newcomer.named("alice");
        alice.signsUp();
        forgets(alice.email());

        resets(mailbox.secretFor(alice.email(), "reset"), OTHER).then().statusCode(204);

        alice.withPassword(OTHER).logsIn().then().statusCode(200);
    }

    @Test
    void answersTheSameForAnAddressThatNobodyHas() {
        var alice = Newcomer.named("alice").settledIn(mailbox);
        var nobody = Newcomer.named("nobody");

        var known = forgets(alice.email());
        var unknown = forgets(nobody.email());

        assertThat(unknown.statusCode()).isEqualTo(known.statusCode());
        assertThat(unknown.asString()).isEqualTo(known.asString());
        assertThat(mailbox.of(nobody.email())).isEmpty();
    }

    @Test
    void doesNotTakeALinkThatIsTooOld() throws SQLException {
        var alice = Newcomer.named("alice").settledIn(mailbox);
        forgets(alice.email());
        try (var connection = database.getConnection();
                var age = connection.prepareStatement(
                        "update mailed_links set expires_at = now() where email = ? and purpose = 'reset'")) {
            age.setString(1, alice.email());
            age.executeUpdate();
        }

        var answer = resets(mailbox.secretFor(alice.email(), "reset"), OTHER);

        answer.then().statusCode(410).body("type", equalTo("/problems/link_spent"));
    }

    @Test
    void doesNotTakeALinkForSomethingElse() {
        var alice = Newcomer.named("alice");
        alice.signsUp();

        var answer = resets(mailbox.secretFor(alice.email(), "confirm"), OTHER);

        answer.then().statusCode(410);
    }

    private static Response changes(String session, String old, String chosen) {
        return Newcomer.browser(session)
                .body("{\"old_password\": \"%s\", \"new_password\": \"%s\"}".formatted(old, chosen))
                .post("/api/v1/password");
    }

    private static Response forgets(String email) {
        return Newcomer.json("{\"email\": \"%s\"}", email).post("/api/v1/reset-mails");
    }

    private static Response resets(String secret, String chosen) {
        return Newcomer.json("{\"secret\": \"%s\", \"new_password\": \"%s\"}", secret, chosen)
                .post("/api/v1/resets");
    }
}
