package org.obolus.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.obolus.client.Transport;
import org.obolus.sdk.ApiDocument.Operation;

/** Takes only requests that fit the document, and answers each with a sample of what the document promises. */
final class DocumentedServer implements Transport {

    private final ApiDocument document;
    private final Set<String> served = new LinkedHashSet<>();
    private Operation last;

    DocumentedServer(ApiDocument document) {
        this.document = document;
    }

    Set<String> served() {
        return served;
    }

    Operation last() {
        return last;
    }

    @Override
    public CompletableFuture<Answer> send(Request request) {
        last = document.meantBy(request.method(), request.uri().getRawPath())
                .orElseThrow(() -> new AssertionError("The document knows nothing of " + request + "."));
        served.add(last.name());
        checkQuery(request);
        checkHeaders(request);
        checkBody(request);
        return CompletableFuture.completedFuture(answer());
    }

    private void checkQuery(Request request) {
        var query = request.uri().getRawQuery();
        if (query != null) {
            assertThat(query.split("&"))
                    .as(request.toString())
                    .allSatisfy(part -> assertThat(last.parameter("query", decoded(part.split("=")[0])))
                            .isPresent());
        }
    }

    private void checkHeaders(Request request) {
        if (request.headers().containsKey("Idempotency-Key")) {
            assertThat(last.parameter("header", "Idempotency-Key"))
                    .as(request.toString())
                    .isPresent();
        }
        var content = last.success().path("content");
        if (!content.isEmpty()) {
            var type = content.fieldNames().next();
            assertThat(type).as(request.toString()).startsWith(request.headers().get("Accept"));
        }
    }

    private void checkBody(Request request) {
        var documented = last.described().path("requestBody").path("content");
        assertThat(request.body().isPresent()).as(request + " has a body").isEqualTo(!documented.isEmpty());
        request.body().ifPresent(text -> {
            var type = request.headers().get("Content-Type");
            assertThat(documented.has(type)).as(request + " " + type).isTrue();
            if (!type.equals("application/json")) {
                return;
            }
            checkFits(read(text), documented.path(type).path("schema"), request.toString());
        });
    }

    private void checkFits(JsonNode said, JsonNode schema, String where) {
        var plain = document.plain(schema);
        assertThat(typeOf(said)).as(where + " " + said).isEqualTo(ApiDocument.type(plain));
        said.properties().forEach(member -> {
            assertThat(plain.path("properties").has(member.getKey()))
                    .as(where + " knows " + member.getKey())
                    .isTrue();
            checkFits(member.getValue(), plain.path("properties").path(member.getKey()), where);
        });
        said.elements().forEachRemaining(element -> {
            if (said.isArray()) {
                checkFits(element, plain.path("items"), where);
            }
        });
    }

    private static String typeOf(JsonNode said) {
        return switch (said.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case BOOLEAN -> "boolean";
            case NUMBER -> said.isIntegralNumber() ? "integer" : "number";
            default -> "string";
        };
    }

    private Answer answer() {
        var content = last.success().path("content");
        if (content.isEmpty()) {
            return new Answer(204, Map.of(), new byte[0]);
        }
        var sample = document.sample(content.elements().next().path("schema"));
        return Answer.json(200, sample.isTextual() ? sample.asText() : sample.toString());
    }

    private static JsonNode read(String text) {
        try {
            return ApiDocument.JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new AssertionError("No JSON: " + text, broken);
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
