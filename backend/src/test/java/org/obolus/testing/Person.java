package org.obolus.testing;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import org.obolus.accounts.AccountId;

/** Somebody with an account, and a personal token that may do everything that person may. */
public record Person(long id, String username, String token) {

    public AccountId account() {
        return new AccountId(id);
    }

    /** A request that this person sends, with JSON in and out. */
    public RequestSpecification asks() {
        return given().header("Authorization", "Bearer " + token).contentType("application/json");
    }
}
