package org.obolus.apps;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obolus.accounts.People;
import org.obolus.testing.Books;
import org.obolus.testing.Person;
import org.obolus.testing.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class ManagingHooksTest {

    private static final String HOOKS = "/api/v1/hooks";

    @Inject
    People people;

    @Inject
    Books books;

    @Inject
    Hooked hooked;

    private Person alice;
    private HookReceiver receiver;

    @BeforeEach
    void begin() {
        alice = people.person("alice");
        receiver = new HookReceiver();
    }

    @AfterEach
    void end() {
        books.run("delete from hook_endpoints where account_id = ?", alice.id());
        receiver.close();
    }

    @Test
    void showsTheSecretOnce() {
        var made = hooked.hook(alice, receiver, "deposit.*");

        assertThat(made.secret()).startsWith("whsec_");
        alice.asks()
                .get(HOOKS + "/{id}", made.id())
                .then()
                .statusCode(200)
                .body("url", equalTo(receiver.address()))
                .body("events", contains("deposit.paid", "deposit.canceled"))
                .body("public_key", startsWith("whpk_"))
                .body("secret", nullValue())
                .body("disabled_at", nullValue());
        alice.asks().get(HOOKS).then().statusCode(200).body("", hasSize(1)).body("[0].id", equalTo((int) made.id()));
    }

    @Test
    void changesWhatIsGivenAndSwitchesOffAndOn() {
        var made = hooked.hook(alice, receiver, "thing.flattred");

        alice.asks()
                .body("{\"events\": [\"claim.made\"], \"enabled\": false}")
                .patch(HOOKS + "/{id}", made.id())
                .then()
                .statusCode(200)
                .body("url", equalTo(receiver.address()))
                .body("events", contains("claim.made"))
                .body("disabled_for", equalTo("owner"));
        alice.asks()
                .body("{\"enabled\": true}")
                .patch(HOOKS + "/{id}", made.id())
                .then()
                .body("disabled_for", nullValue())
                .body("events", contains("claim.made"));
        alice.asks().delete(HOOKS + "/{id}", made.id()).then().statusCode(204);
        alice.asks().get(HOOKS + "/{id}", made.id()).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"events\": [\"thing.flattred\"]} | url",
                "{\"url\": \"nonsense\", \"events\": [\"thing.flattred\"]} | ",
                "{\"url\": \"https://a.example/\"} | events",
                "{\"url\": \"https://a.example/\", \"events\": []} | events",
                "{\"url\": \"https://a.example/\", \"events\": [null]} | events",
                "{\"url\": \"https://a.example/\", \"events\": [\"thing.eaten\"]} | events",
                "{\"url\": \"https://a.example/\", \"events\": [\".*\"]} | events",
                "{\"url\": \"https://a.example/\", \"partner_of\": \"b.example\","
                        + " \"app\": \"9f4d6a3e-3a83-4f0c-8a4e-6d1c1a0c8b11\"} | app"
            })
    void saysWhatIsWrong(String body, String field) {
        alice.asks().body(body).post(HOOKS).then().statusCode(422).body("field", equalTo(field));
    }

    @Test
    void makesTwentyAndNotOneMore() {
        for (int n = 0; n < 20; n++) {
            hooked.hook(alice, receiver, "claim.made");
        }

        alice.asks()
                .body(Map.of("url", receiver.address(), "events", List.of("claim.made")))
                .post(HOOKS)
                .then()
                .statusCode(422)
                .body("detail", containsString("20"));
    }

    @Test
    void showsNobodyWhatIsNotTheirs() {
        var made = hooked.hook(alice, receiver, "claim.made");
        var bob = people.person("bob");
        alice.asks().post(HOOKS + "/{id}/test", made.id());
        var number = hooked.log(alice, made).getLong("items[0].number");

        bob.asks().get(HOOKS + "/{id}", made.id()).then().statusCode(404);
        bob.asks().get(HOOKS + "/{id}/deliveries", made.id()).then().statusCode(404);
        bob.asks().body("{}").patch(HOOKS + "/{id}", made.id()).then().statusCode(404);
        bob.asks().delete(HOOKS + "/{id}", made.id()).then().statusCode(404);
        bob.asks().post(HOOKS + "/{id}/secret", made.id()).then().statusCode(404);
        bob.asks().post(HOOKS + "/{id}/test", made.id()).then().statusCode(404);
        bob.asks()
                .post(HOOKS + "/{id}/deliveries/{number}/replay", made.id(), number)
                .then()
                .statusCode(404);
        given().get(HOOKS).then().statusCode(401);
    }

    @Test
    void listsDeliveriesInPages() {
        var made = hooked.hook(alice, receiver, "claim.made");
        for (int n = 0; n < 3; n++) {
            alice.asks().post(HOOKS + "/{id}/test", made.id());
        }

        alice.asks()
                .queryParam("limit", 2)
                .get(HOOKS + "/{id}/deliveries", made.id())
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].data", equalTo(Map.of()))
                .body("items[0].state", equalTo("waiting"))
                .header("Link", containsString("next"));
    }

    @Test
    void letsAPersonDoAllThatOnPages() {
        alice.browses().get("/dashboard/hooks").then().statusCode(200).body(containsString("No web hook yet"));
        alice.forms()
                .formParam("url", "nonsense")
                .formParam("events", "thing.flattred")
                .post("/dashboard/hooks")
                .then()
                .statusCode(422)
                .body(containsString("nonsense"));

        var made = alice.forms()
                .formParam("url", receiver.address())
                .formParam("events", "thing.flattred", "claim.made")
                .post("/dashboard/hooks")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .extract()
                .asString();
        var id = hooked.list(alice).getLong("[0].id");
        alice.forms()
                .post("/dashboard/hooks/{id}/test", id)
                .then()
                .statusCode(303)
                .header("Location", endsWith("/dashboard/hooks/" + id + "?news=sent"));
        hooked.send();
        var page = alice.browses()
                .get("/dashboard/hooks/{id}", id)
                .then()
                .statusCode(200)
                .body(containsString("hook.test"))
                .body(containsString("delivered"))
                .body(not(containsString("whsec_")))
                .extract()
                .asString();

        assertThat(made).contains("whsec_").contains("whpk_");
        assertThat(page).contains("whpk_").contains("/replay");
        receiver.only();
        alice.forms().post("/dashboard/hooks/{id}/off", id).then().statusCode(303);
        alice.browses().get("/dashboard/hooks/{id}", id).then().body(containsString("You switched it off."));
        alice.forms().post("/dashboard/hooks/{id}/on", id).then().statusCode(303);
        alice.forms()
                .post("/dashboard/hooks/{id}/secret", id)
                .then()
                .statusCode(200)
                .body(containsString("whsec_"));
        alice.forms().post("/dashboard/hooks/{id}/delete", id).then().statusCode(303);
        alice.browses().get("/dashboard/hooks/{id}", id).then().statusCode(404);
    }
}
