package org.obolus.sdk;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The OpenAPI document of the server, as far as contracts need it. */
record ApiDocument(JsonNode root) {

    static final ObjectMapper JSON = new ObjectMapper();

    /** One thing that the server does. */
    record Operation(String method, String path, JsonNode described) {

        String name() {
            return method + " " + path;
        }

        private boolean isMeantBy(String asked) {
            var segments = path.replaceAll("[.]", "\\\\.").replaceAll("\\{[^}]+}", "[^/]+");
            return asked.matches(segments);
        }

        private int variables() {
            return path.length() - path.replace("{", "").length();
        }

        Optional<JsonNode> parameter(String place, String name) {
            return described.path("parameters").findParents("in").stream()
                    .filter(parameter -> parameter.path("in").asText().equals(place))
                    .filter(parameter -> parameter.path("name").asText().equals(name))
                    .findFirst();
        }

        /** The answer when all is well: its status, and what it holds. */
        JsonNode success() {
            var answers = described.path("responses");
            return answers.has("201") ? answers.path("201") : answers.path("200");
        }
    }

    static ApiDocument ofTheServer() {
        var text =
                given().accept("application/json").get("/q/openapi?format=json").asString();
        try {
            return new ApiDocument(JSON.readTree(text));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(new Operation(
                                method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()))));
        return operations;
    }

    /** What a request asks for; an address that is spelled out comes before one with variables. */
    Optional<Operation> meantBy(String method, String path) {
        return operations().stream()
                .filter(operation -> operation.method().equals(method) && operation.isMeantBy(path))
                .min(Comparator.comparing(Operation::variables)
                        .thenComparing(operation -> -operation.path().length()));
    }

    /** Without references, and without the possibility of null. */
    JsonNode plain(JsonNode schema) {
        if (schema.has("$ref")) {
            return plain(root.at(schema.path("$ref").asText().substring(1)));
        }
        for (var choice : schema.path("anyOf")) {
            if (!choice.path("type").asText().equals("null")) {
                return plain(choice);
            }
        }
        return schema;
    }

    static String type(JsonNode plain) {
        var type = plain.path("type");
        return type.isArray() ? type.get(0).asText() : type.asText();
    }

    /** Something that fits, with everything in it that is documented. */
    JsonNode sample(JsonNode schema) {
        var plain = plain(schema);
        return switch (type(plain)) {
            case "object" -> sampleOfObject(plain);
            case "array" -> JSON.createArrayNode().add(sample(plain.path("items")));
            case "integer" -> JSON.getNodeFactory().numberNode(5L);
            case "boolean" -> JSON.getNodeFactory().booleanNode(true);
            case "string" -> JSON.getNodeFactory().textNode(text(plain));
            case "" -> JSON.createObjectNode();
            default -> throw new IllegalStateException("No sample of " + plain);
        };
    }

    private JsonNode sampleOfObject(JsonNode plain) {
        var object = JSON.createObjectNode();
        plain.path("properties")
                .properties()
                .forEach(property -> object.set(property.getKey(), sample(property.getValue())));
        return object;
    }

    private static String text(JsonNode plain) {
        if (plain.has("enum")) {
            return plain.path("enum").get(0).asText();
        }
        if (plain.has("examples")) {
            return plain.path("examples").get(0).asText();
        }
        return plain.path("format").asText().startsWith("uri") ? "https://sample.example/" : "sample";
    }
}
