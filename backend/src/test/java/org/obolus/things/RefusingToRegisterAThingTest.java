package org.obolus.things;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.obolus.things.Registrations.register;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.accounts.People;
import org.obolus.testing.Person;
import org.obolus.testing.TestDatabase;

@QuarkusTest
@QuarkusTestResource(TestDatabase.class)
class RefusingToRegisterAThingTest {

    @Inject
    People people;

    private Person alice;

    @BeforeEach
    void begin() {
        alice = people.person("alice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "ftp://blog.example/",
                "//blog.example/",
                "blog.example",
                "",
                "http://",
                "https://a b/",
                "https://alice:secret@blog.example/",
                "https://blog.example:99999/"
            })
    void refusesWhatIsNoAddressOnTheWeb(String url) {
        register(alice, url).then().statusCode(422).body("type", equalTo("/problems/not_a_thing_url"));
    }

    @Test
    void refusesAnAddressThatNobodyCouldKeep() {
        register(alice, "https://blog.example/" + "a".repeat(2000))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/not_a_thing_url"));
    }

    @ParameterizedTest
    @CsvSource({
        "title, four, 5",
        "title, <b>four</b>, 5",
        "description, four, 5",
        "category, poems,",
        "category, '',",
        "language, tlh,",
        "language, '',"
    })
    void namesTheFieldThatIsNotAcceptable(String field, String value, Integer limit) {
        alice.asks()
                .body(Map.of("url", "https://x.example/", field, value))
                .post("/api/v1/things")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/invalid"))
                .body("field", equalTo(field))
                .body("limit", limit == null ? nullValue() : equalTo(limit));
    }

    @ParameterizedTest
    @CsvSource({"title, 101, 100", "title, 2000000, 100", "description, 1001, 1000", "description, 2000000, 1000"})
    void cutsNothingThatIsTooLong(String field, int length, int limit) {
        alice.asks()
                .body(Map.of("url", "https://x.example/", field, "é".repeat(length)))
                .post("/api/v1/things")
                .then()
                .statusCode(422)
                .body("field", equalTo(field))
                .body("limit", equalTo(limit));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"a,b\"]",
                "[null]",
                "[\"\"]",
                "[\"1234567890123456789012345678901\"]",
                "[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\",\"9\",\"10\",\"11\",\"12\",\"13\",\"14\",\"15\",\"16\",\"17\","
                        + "\"18\",\"19\",\"20\",\"21\"]"
            })
    void takesOnlyTagsThatAreTags(String tags) {
        alice.asks()
                .body("{\"url\": \"https://x.example/\", \"tags\": " + tags + "}")
                .post("/api/v1/things")
                .then()
                .statusCode(422)
                .body("field", equalTo("tags"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "{",
                "[]",
                "\"https://x.example/\"",
                "{\"url\": {}}",
                "{\"url\": \"https://x.example/\", \"tags\": \"a\"}",
                "{\"url\": \"https://x.example/\", \"hidden\": \"perhaps\"}"
            })
    void saysThatABodyCannotBeRead(String body) {
        alice.asks().body(body).post("/api/v1/things").then().statusCode(400);
    }
}
