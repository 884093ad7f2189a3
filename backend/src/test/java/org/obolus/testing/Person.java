package org.obolus.testing;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import java.util.regex.Pattern;
import org.obolus.accounts.AccountId;

/** Somebody with an account, a personal token that may do everything that person may, and a browser that is logged in. */
public record Person(long id, String username, String token, String session) {

    private static final Pattern FORM_TOKEN = Pattern.compile("data-form=\"([^\"]+)\"");

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

    /** A form of one of our own pages, sent by this person's browser. */
    public RequestSpecification forms() {
        return browses()
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .formParam("form", formToken());
    }

    /** What this person's pages carry in their forms. */
    public String formToken() {
        var page = browses()
                .queryParam("url", "https://anywhere.example/")
                .get("/submit/auto")
                .asString();
        var found = FORM_TOKEN.matcher(page);
        return found.find() ? found.group(1) : "";
    }
}
