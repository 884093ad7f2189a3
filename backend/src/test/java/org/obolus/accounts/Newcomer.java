package org.obolus.accounts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.concurrent.atomic.AtomicLong;

/** Somebody who comes to the server for the first time, with a name, an address and a password of their own. */
record Newcomer(String username, String email, String password) {

    private static final AtomicLong COUNTER = new AtomicLong();

    static Newcomer named(String name) {
        var username = name + "-new-" + COUNTER.incrementAndGet();
        return new Newcomer(username, username + "@mail.example", "three blue kettles");
    }

    Newcomer with(String otherEmail) {
        return new Newcomer(username, otherEmail, password);
    }

    Newcomer withPassword(String otherPassword) {
        return new Newcomer(username, email, otherPassword);
    }

    Response signsUp() {
        return json("""
                {"username": "%s", "email": "%s", "password": "%s"}""", username, email, password).post("/api/v1/accounts");
    }

    /** Signs up and follows the link in the mail. */
    Newcomer settledIn(Mailbox mailbox) {
        assertThat(signsUp().statusCode()).isEqualTo(201);
        assertThat(confirms(mailbox.secretFor(email, "confirm")).statusCode()).isEqualTo(204);
        return this;
    }

    Response confirms(String secret) {
        return json("{\"secret\": \"%s\"}", secret).post("/api/v1/confirmations");
    }

    Response logsIn() {
        return logsInAs(username);
    }

    Response logsInAs(String name) {
        return json("{\"name\": \"%s\", \"password\": \"%s\"}", name, password).post("/api/v1/log-in");
    }

    /** Logs in; answers the session's cookie. */
    String session() {
        return logsIn().then().statusCode(200).extract().cookie("obolus");
    }

    static RequestSpecification browser(String session) {
        return given().cookie("obolus", session)
                .header("Sec-Fetch-Site", "same-origin")
                .contentType("application/json");
    }

    static RequestSpecification json(String body, Object... values) {
        return given().contentType("application/json").body(body.formatted(values));
    }
}
