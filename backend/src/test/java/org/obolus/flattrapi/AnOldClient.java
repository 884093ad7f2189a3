package org.obolus.flattrapi;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import org.obolus.testing.Person;

/** Requests as the client libraries of Flattr's time send them. */
final class AnOldClient {

    static final String BASE = "/rest/v2";

    private AnOldClient() {}

    /** Of somebody who is logged in: a bearer token, a form, and no idea of cookies. */
    static RequestSpecification of(Person person) {
        return given().header("Authorization", "Bearer " + person.token())
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .redirects()
                .follow(false);
    }

    static RequestSpecification ofNobody() {
        return given().redirects().follow(false);
    }
}
