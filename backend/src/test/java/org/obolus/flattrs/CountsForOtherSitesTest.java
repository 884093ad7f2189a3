package org.obolus.flattrs;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.Eventually;
import org.obolus.testing.Person;

@QuarkusTest
class CountsForOtherSitesTest {

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    Clock clock;

    private Person bob;
    private long thing;

    @BeforeEach
    void meet() {
        bob = people.person("bob");
        books.means(bob, "5.00", "5.00");
        thing = books.thingOf(people.person("alice"));
    }

    @Test
    void areForEverybodyAndKeptForASecondAtMost() {
        var answer = count();

        answer.then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=1")
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Credentials", (String) null)
                .header("Set-Cookie", (String) null)
                .header("Vary", (String) null);
    }

    @Test
    void areTheSameForSomebodyWhoIsLoggedIn() {
        var known = given().cookie("obolus", bob.session())
                .header("Authorization", "Bearer " + bob.token())
                .queryParam("url", books.urlOf(thing))
                .get("/counts");

        assertThat(known.asString()).isEqualTo(count().asString());
        assertThat(known.headers().getValues("Set-Cookie")).isEmpty();
        assertThat(known.header("Cache-Control")).isEqualTo("public, max-age=1");
    }

    @Test
    void areRightWheneverTheyAreAskedForASecondAfterTheClick() {
        count().then().body("counts[0].flattrs", equalTo(0));
        books.flattr(bob, thing);
        var given = clock.instant();

        Eventually.holds("a second has gone by", () -> clock.instant().isAfter(given.plusSeconds(1)));

        count().then().body("counts[0].flattrs", equalTo(1)).body("counts[0].supporters", equalTo(1));
    }

    private Response count() {
        return given().header("Origin", "https://blog.example")
                .queryParam("url", books.urlOf(thing))
                .get("/counts");
    }
}
