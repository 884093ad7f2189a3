package org.obolus.testing;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import org.obolus.accounts.AccountId;

/** Somebody with an account, a personal token that may do everything that person may, and a browser that is logged in. */
public record Person(long id, String username, String token, String session) {

    public AccountId account() {
        return new AccountId(id);
    }

    /** A request that this person sends, with JSON in and out. */
    public RequestSpecification asks() {
        return given().header("Authorization", "Bearer " + token).contentType("application/json");
    }

    /** A request for a page that this person's browser sends. */
    public RequestSpecification browses() {
        return given().cookie("obolus", session)
                .header("Sec-Fetch-Site", "same-origin")
                .accept("text/html");
    }
}
