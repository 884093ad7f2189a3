package org.obolus.dashboards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.obolus.dashboards.LookingAtTheDashboardTest.form;
import static org.obolus.dashboards.LookingAtTheDashboardTest.text;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.obolus.accounts.People;
import org.obolus.apps.AnApp;
import org.obolus.testing.Books;
import org.obolus.testing.Person;

@QuarkusTest
class LookingAfterConnectedAppsTest {

    private static final String HERE = "/dashboard/apps";

    @Inject
    People people;

    @Inject
    Books books;

    Person alice;
    Person bob;
    AnApp app;

    @BeforeEach
    void meet() {
        alice = people.person("alice");
        bob = people.person("bob");
        books.means(bob, "5.00", "5.00");
        app = AnApp.of(alice);
    }

    @Test
    void beginsWithNone() {
        assertThat(page()).contains("No app may act for you", "class=\"coin\"", "aria-current=\"page\"");
    }

    @Test
    void saysWhatEachMayDo() {
        app.token(bob, "flattr");
        app.token(bob, "budget:read");

        assertThat(text(page()))
                .contains("Reader", "see your username", "give and take back flattrs", "see your budget and funds")
                .contains("0 flattrs this month.");
    }

    @Test
    void countsWhatAnAppGave() {
        var token = app.token(bob, "flattr");
        AnApp.with(token)
                .body("{\"thing\":" + books.thingOf(alice) + "}")
                .post("/api/v1/flattrs")
                .then()
                .statusCode(201);

        form(bob)
                .formParam("limit", "3")
                .post(HERE + "/" + app.id() + "/limit")
                .then()
                .statusCode(303);

        assertThat(text(page())).contains("1 flattr this month, of at most 3.");
    }

    @Test
    void saysWhatIsWrongWithALimit() {
        app.token(bob, "flattr");

        form(bob)
                .formParam("limit", "all")
                .post(HERE + "/" + app.id() + "/limit")
                .then()
                .statusCode(422)
                .body(containsString("A limit is a whole number"), containsString("Reader"));
    }

    @Test
    void endsAnAppAtOnce() {
        var token = app.token(bob, "flattr");
        var onAnotherDevice = app.token(bob, "flattr");
        var carols = app.token(people.person("carol"), "flattr");

        form(bob).post(HERE + "/" + app.id() + "/end").then().statusCode(303);

        AnApp.with(token).get("/api/v1/flattrs").then().statusCode(401);
        AnApp.with(onAnotherDevice).get("/api/v1/flattrs").then().statusCode(401);
        AnApp.with(carols).get("/api/v1/flattrs").then().statusCode(200);
        assertThat(text(page())).contains("No app may act for you");
    }

    @Test
    void doesNothingForAnAppThatThereIsNot() {
        var none = "00000000-0000-0000-0000-000000000000";

        form(bob).post(HERE + "/" + none + "/end").then().statusCode(303);
        form(bob)
                .formParam("limit", "3")
                .post(HERE + "/" + none + "/limit")
                .then()
                .statusCode(303);
    }

    private String page() {
        return bob.browses().get(HERE).then().statusCode(200).extract().asString();
    }
}
