package org.obolus.demo;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.testing.Books;
import org.obolus.testing.TestDatabase;
import org.obolus.testing.TimeTravel;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class WithoutTheDemoTest {

    @Inject
    Books books;

    @Inject
    TimeTravel time;

    @ParameterizedTest
    @ValueSource(strings = {"blog.localhost", "news.localhost"})
    void thereAreNoOtherSites(String host) {
        given().header("Host", host)
                .get("/")
                .then()
                .body(not(containsString("Small Tides")))
                .body(not(containsString("Holm Courier")));
        given().header("Host", host).get("/.well-known/obolus.txt").then().statusCode(404);
    }

    @Test
    void noTimePassesByAPage() {
        var month = time.month();

        given().get("/dev/time").then().statusCode(404);
        given().header("Sec-Fetch-Site", "same-origin")
                .formParam("to", "month_end")
                .post("/dev/time")
                .then()
                .statusCode(404);

        assertThat(time.month()).isEqualTo(month);
    }

    @Test
    void thereAreNoPeopleWithOpenPasswords() {
        assertThat(books.number(
                        "select count(*) from accounts where email like '%@mail.example' and username = 'olga'"))
                .isZero();
    }

    @Test
    void noPageSaysThatMoneyIsPlayed() {
        given().get("/").then().body(not(containsString("play money")));
    }
}
