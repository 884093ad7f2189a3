package org.obolus.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.accounts.People;
import org.obolus.testing.AtOnce;
import org.obolus.testing.Books;
import org.obolus.testing.Person;
import org.obolus.testing.TimeTravel;

@QuarkusTest
class LimitingAnAppTest {

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    TimeTravel time;

    private LimitedApp limited;
    private Person alice;
    private Person bob;
    private AnApp app;

    @BeforeEach
    void meet() {
        limited = LimitedApp.of(people, books);
        alice = limited.alice();
        bob = limited.bob();
        app = limited.app();
    }

    @Test
    void letsAnAppGiveAsOftenAsItsPersonSays() {
        var token = limited.tokenWithALimitOf("2");

        assertThat(limited.statuses(token, 3)).containsExactly(201, 201, 403);
        LimitedApp.flattr(token, books.thingOf(alice))
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/app_limit"))
                .body("detail", containsString("as many flattrs this month as you allowed it"));
    }

    @Test
    void leavesThePersonAndTheirOtherAppsAlone() {
        var token = limited.tokenWithALimitOf("1");
        var other = AnApp.of(alice).token(bob, "flattr");
        limited.statuses(token, 2);

        books.flattr(bob, books.thingOf(alice));

        assertThat(limited.statuses(other, 1)).containsExactly(201);
    }

    @Test
    void beginsAnewWithTheMonth() {
        var token = limited.tokenWithALimitOf("1");
        assertThat(limited.statuses(token, 2)).containsExactly(201, 403);

        time.toTheNextMonth();
        books.deposit(bob, "5.00");

        assertThat(limited.statuses(token, 2)).containsExactly(201, 403);
    }

    @Test
    void holdsForManyClicksAtOnceAndForAllDevicesTogether() {
        var tokens = List.of(limited.tokenWithALimitOf("3"), app.token(bob, "flattr"));
        limited.limit("3");
        var things = IntStream.range(0, 12).mapToObj(n -> books.thingOf(alice)).toList();

        var statuses = AtOnce.times(
                12,
                number -> LimitedApp.flattr(tokens.get(number % 2), things.get(number))
                        .statusCode());

        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(3);
        assertThat(books.number("select count(*) from flattrs where supporter_id = ?", bob.id()))
                .isEqualTo(3);
        assertThat(limited.given()).isEqualTo(3);
    }

    @Test
    void countsNoFlattrThatCameToNothing() {
        var token = limited.tokenWithALimitOf("2");
        var thing = books.thingOf(alice);
        LimitedApp.flattr(token, thing).then().statusCode(201);

        LimitedApp.flattr(token, thing).then().statusCode(409);
        LimitedApp.flattr(token, 0).then().statusCode(404);

        assertThat(limited.given()).isEqualTo(1);
        assertThat(limited.statuses(token, 2)).containsExactly(201, 403);
    }

    @Test
    void countsWhatWasTakenBack() {
        var token = limited.tokenWithALimitOf("1");
        var thing = books.thingOf(alice);
        LimitedApp.flattr(token, thing).then().statusCode(201);

        AnApp.with(token).delete("/api/v1/flattrs/" + thing).then().statusCode(204);

        LimitedApp.flattr(token, thing).then().statusCode(403);
    }

    @Test
    void answersARepeatedRequestAsTheFirstTime() {
        var token = limited.tokenWithALimitOf("1");
        var thing = books.thingOf(alice);

        for (int time = 0; time < 2; time++) {
            AnApp.with(token)
                    .header("Idempotency-Key", "the-same")
                    .body("{\"thing\":" + thing + "}")
                    .post("/api/v1/flattrs")
                    .then()
                    .statusCode(201);
        }

        assertThat(limited.given()).isEqualTo(1);
    }

    @Test
    void countsARepeatedRequestOnce() {
        var token = app.token(bob, "flattr");
        var thing = books.thingOf(alice);

        for (int time = 0; time < 3; time++) {
            AnApp.with(token)
                    .header("Idempotency-Key", "the-same")
                    .body("{\"thing\":" + thing + "}")
                    .post("/api/v1/flattrs")
                    .then()
                    .statusCode(201);
        }

        assertThat(limited.given()).isEqualTo(1);
    }

    @Test
    void letsAnAppGiveNothing() {
        assertThat(limited.statuses(limited.tokenWithALimitOf("0"), 1)).containsExactly(403);
    }

    @Test
    void isLiftedAtOnce() {
        var token = limited.tokenWithALimitOf("1");
        assertThat(limited.statuses(token, 2)).containsExactly(201, 403);

        limited.limit("");

        assertThat(limited.statuses(token, 2)).containsExactly(201, 201);
    }

    @Test
    void countsWhatWasGivenBeforeThereWasALimit() {
        var token = app.token(bob, "flattr");
        limited.statuses(token, 2);

        limited.limit("2");

        assertThat(limited.statuses(token, 1)).containsExactly(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "many", "1.5", "100001", "99999999999", "１"})
    void isAWholeNumberOrNothing(String limit) {
        var answer = AnApp.decides(
                bob, app.request("flattr"), Map.of("decision", "allow", "form", bob.formToken(), "limit", limit));

        answer.then().statusCode(422).body(containsString("A limit is a whole number of flattrs a month"));
    }
}
