package org.obolus;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        assertThat(operations()).hasSizeGreaterThan(40).allSatisfy((name, operation) -> {
            assertThat(operation).as(name).containsKeys("summary", "tags");
            assertThat(operation.get("tags").toString()).as(name).doesNotContain("Resource");
            assertThat(operation.get("summary").toString()).as(name).doesNotMatch("([A-Z][a-z]*\\s?)+");
        });
    }

    @Test
    void saysHowTheyAnswerAndHowTheyRefuse() {
        assertThat(operations()).allSatisfy((name, operation) -> {
            var answers = (Map<?, ?>) operation.get("responses");
            assertThat(answers.toString()).as(name).contains("responses/Refused");
            answers.forEach((status, answer) -> {
                if (List.of("200", "201").contains(status)) {
                    assertThat(((Map<?, ?>) answer).containsKey("content"))
                            .as(name + " " + status)
                            .isTrue();
                }
            });
        });
    }

    @ParameterizedTest
    @CsvSource({
        "post /api/v1/accounts, 201",
        "post /api/v1/tokens, 201",
        "post /api/v1/deposits, 201",
        "post /api/v1/flattrs, 201",
        "post /api/v1/subscriptions, 200 201",
        "post /api/v1/subscriptions/{thing}/pause, 200",
        "delete /api/v1/subscriptions/{thing}, 204",
        "post /api/v1/things, 200 201",
        "post /api/v1/sites, 200 201",
        "post /api/v1/log-in, 200",
        "post /api/v1/log-out, 204",
        "post /api/v1/confirmation-mails, 202",
        "post /api/v1/confirmations, 204",
        "post /api/v1/operator/voids, 204"
    })
    void namesTheStatusOfSuccess(String operation, String statuses) {
        var answers = (Map<?, ?>) operations().get(operation).get("responses");

        assertThat(answers.keySet().stream().map(Object::toString).filter(status -> status.startsWith("2")))
                .containsExactlyInAnyOrder(statuses.split(" "));
    }

    @Test
    void namesSchemasByWhatTheyAre() {
        Map<String, Object> schemas = document().getMap("components.schemas");

        assertThat(schemas.keySet())
                .contains("Problem")
                .allMatch(name -> !name.matches("Asked|Choice|State|Reset|.*\\d"));
    }

    @Test
    void saysHowToProveWhoAsks() {
        assertThat(document().getString("components.securitySchemes.token.scheme"))
                .isEqualTo("bearer");
    }

    private static Map<String, Map<String, Object>> operations() {
        Map<String, Map<String, Map<String, Object>>> paths = document().getMap("paths");
        var operations = new HashMap<String, Map<String, Object>>();
        paths.forEach((path, methods) ->
                methods.forEach((method, operation) -> operations.put(method + " " + path, operation)));
        return operations;
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
