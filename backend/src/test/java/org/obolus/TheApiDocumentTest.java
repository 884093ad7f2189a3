package org.obolus;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TheApiDocumentTest {

    @Test
    void namesFieldsAsTheyGoOverTheWire() {
        var names = schemas()
                .flatMap(schema -> ((Map<?, ?>) schema.getOrDefault("properties", Map.of())).keySet().stream())
                .map(Object::toString)
                .toList();

        assertThat(names).contains("amount_micros").allMatch(name -> name.matches("[a-z][a-z0-9_]*"));
    }

    @Test
    void saysThatAmountsAreWholeNumbers() {
        var amount = document().getMap("components.schemas.Money");

        assertThat(amount).containsEntry("type", "integer").doesNotContainKey("properties");
    }

    @Test
    void leavesOutThePagesForPeople() {
        Map<String, Object> paths = document().getMap("paths");

        assertThat(paths)
                .isNotEmpty()
                .allSatisfy((path, item) -> assertThat(path).matches("/api/.*|/counts"));
        assertThat(document().getMap("components.schemas")).doesNotContainKey("TemplateInstance");
    }

    @Test
    void saysWhatEveryAddressIsFor() {
        Map<String, Map<String, Map<String, Object>>> paths = document().getMap("paths");

        assertThat(paths).isNotEmpty();
        paths.entrySet().stream()
                .forEach(path -> path.getValue()
                        .forEach((method, operation) -> assertThat(operation)
                                .as(method + " " + path.getKey())
                                .containsKey("summary")));
    }

    private static Stream<Map<String, Object>> schemas() {
        Map<String, Map<String, Object>> schemas = document().getMap("components.schemas");
        return schemas.values().stream();
    }

    private static JsonPath document() {
        return new JsonPath(
                given().accept("application/json").get("/q/openapi?format=json").asString());
    }
}
