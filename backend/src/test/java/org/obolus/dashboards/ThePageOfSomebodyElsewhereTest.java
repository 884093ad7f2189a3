package org.obolus.dashboards;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.testing.Books;

@QuarkusTest
class ThePageOfSomebodyElsewhereTest {

    @Inject
    Books books;

    @Inject
    SomebodyElsewhere elsewhere;

    private AliceElsewhere there;

    @BeforeEach
    void begin() {
        there = elsewhere.alice();
    }

    @AfterEach
    void end() {
        there.close();
    }

    @Test
    void isAPageOfTheirOwnThatEverybodyCanRead() {
        there.look(there.handle());

        there.page()
                .statusCode(200)
                .body(containsString("<bdi>Alice &lt;b&gt;Liddell&lt;/b&gt;</bdi>"))
                .body(containsString("Log in to flattr this."));
        given().accept("text/html")
                .get("/on/github/1")
                .then()
                .statusCode(401)
                .body(containsString("Nobody here has met that person yet."))
                .body(containsString("/log-in?next=%2Fon%2Fgithub%2F1"));
        given().accept("text/html").get("/on/GitHub/..").then().statusCode(404);
    }

    @Test
    void followsTheirNewNameOnceADay() {
        there.look(there.handle());
        there.flattr(there.address());
        there.social().withMember("109", "liddell", "Liddell");

        there.page().body(containsString("Alice"));
        aDayLater();

        there.page().body(containsString("<bdi>" + there.social().handle("liddell") + "</bdi>"));
        assertThat(books.text("select title from things where url = ?", there.address()))
                .isEqualTo("Liddell on Mastodon");
    }

    @Test
    void leavesATitleOfTheirOwnAlone() {
        there.look(there.handle());
        there.flattr(there.address());
        books.run("update things set title = 'My own words' where url = ?", there.address());
        there.social().withMember("109", "liddell", "Liddell");
        aDayLater();

        there.page().body(containsString(there.social().handle("liddell")));

        assertThat(books.text("select title from things where url = ?", there.address()))
                .isEqualTo("My own words");
    }

    @Test
    void showsWhatWasKnownWhereThePlatformDoesNotAnswer() {
        there.look(there.handle());
        there.social().without("/api/v1/accounts/109");
        var visits = there.social().visits().size();
        aDayLater();

        there.page().statusCode(200).body(containsString("Alice"));
        there.page().statusCode(200);

        assertThat(there.social().visits()).hasSize(visits + 1);
    }

    private void aDayLater() {
        books.run(
                "update platform_users set seen_at = seen_at - interval '25 hours' where platform = ?",
                "mastodon:" + there.social().host());
    }
}
