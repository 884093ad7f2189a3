package org.obolus.things;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.obolus.things.Registrations.id;
import static org.obolus.things.Registrations.register;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.accounts.People;
import org.obolus.testing.LittleSite;
import org.obolus.testing.Person;
import org.obolus.testing.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RegisteringAThingTest {

    @Inject
    People people;

    private Person alice;
    private LittleSite blog;

    @BeforeEach
    void begin() {
        alice = people.person("alice");
        blog = LittleSite.named("blog4");
    }

    @AfterEach
    void end() {
        blog.close();
    }

    @Test
    void makesOneThingOfTwelveRegistrationsAtOnce() {
        var answers = IntStream.range(0, 12)
                .parallel()
                .mapToObj(n -> register(alice, blog.address("/post")))
                .toList();

        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnlyOnce(201)
                .containsOnly(200, 201);
        assertThat(answers).extracting(Registrations::id).containsOnly(id(answers.get(0)));
    }

    @Test
    void answersWhereTheThingIs() {
        var registered = register(alice, blog.address("/post"));

        registered
                .then()
                .statusCode(201)
                .header("Location", endsWith("/api/v1/things/" + id(registered)))
                .body("url", equalTo(blog.address("/post")))
                .body("category", equalTo("rest"))
                .body("hidden", equalTo(false));
    }

    @Test
    void takesHttpAndHttpsForOneThing() {
        var plain = register(alice, "http://same.localhost:" + port() + "/post");
        var secure = register(alice, "https://same.localhost:" + port() + "/post");

        assertThat(id(secure)).isEqualTo(id(plain));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/post?a", "/post?a=1", "/post#a", "/Post", "/post/"})
    void takesEveryOtherDifferenceForAnotherThing(String other) {
        assertThat(id(register(alice, blog.address(other)))).isNotEqualTo(id(register(alice, blog.address("/post"))));
    }

    @Test
    void keepsTheAddressAsItsOwnerWritesIt() {
        blog.provenBy(alice);
        register(people.person("bob"), blog.address("/secure"));

        register(alice, blog.address("/secure").replace("http:", "https:"))
                .then()
                .statusCode(200)
                .body("url", equalTo("https://" + blog.host() + "/secure"));
    }

    @Test
    void leavesWhatIsNotSaidAgainAsItWas() {
        blog.provenBy(alice);
        alice.asks()
                .body(Map.of("url", blog.address("/a"), "title", "First title", "category", "audio"))
                .post("/api/v1/things");

        register(alice, blog.address("/a"))
                .then()
                .statusCode(200)
                .body("title", equalTo("First title"))
                .body("category", equalTo("audio"));
    }

    @Test
    void keepsNoCharacterThatNobodySees() {
        blog.provenBy(alice);

        alice.asks()
                .body("{\"url\": \"" + blog.address("/nul") + "\", \"title\": \"a\\u0000b\\u202ec\\ud800 def\"}")
                .post("/api/v1/things")
                .then()
                .statusCode(201)
                .body("title", equalTo("abc def"));
    }

    @Test
    void isForPeopleWhoAreLoggedIn() {
        given().contentType("application/json")
                .body("{\"url\": \"https://x.example/\"}")
                .post("/api/v1/things")
                .then()
                .statusCode(401);
    }

    private int port() {
        return Integer.parseInt(blog.host().split(":")[1]);
    }
}
