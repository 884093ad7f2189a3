package org.obolus.flattrapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.obolus.problems.Unacceptable;

/** What a client sent, as a form or as JSON; both say the same. */
record Sent(Map<String, String> fields, JsonNode json) {

    private static final ObjectMapper READER = new ObjectMapper();
    private static final List<String> YES = List.of("1", "true", "on", "yes");

    /** @throws Unacceptable.Malformed when it is neither */
    static Sent of(String body) {
        var text = body == null ? "" : body.strip();
        return text.startsWith("{") || text.startsWith("[") ? ofJson(text) : new Sent(form(text), NullNode.instance);
    }

    /** Which method a POST stands for. */
    String method() {
        return field("_method").orElse("post").toLowerCase(Locale.ROOT);
    }

    /** @throws CallRefused.WrongParameter when it is missing or empty */
    String needed(String name) {
        return field(name)
                .filter(value -> !value.isBlank())
                .orElseThrow(
                        () -> new CallRefused.WrongParameter(name, "The parameter " + name + " is missing or empty."));
    }

    Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    Optional<Boolean> flag(String name) {
        return field(name).map(value -> YES.contains(value.toLowerCase(Locale.ROOT)));
    }

    /** With commas between, however they were sent. */
    Optional<List<String>> list(String name) {
        return field(name)
                .map(text -> List.of(text.split(",")).stream()
                        .map(String::strip)
                        .filter(one -> !one.isEmpty())
                        .toList());
    }

    private static Sent ofJson(String text) {
        try {
            var json = READER.readTree(text);
            var fields = new LinkedHashMap<String, String>();
            json.properties().forEach(field -> put(fields, field.getKey(), field.getValue()));
            return new Sent(fields, json);
        } catch (JsonProcessingException broken) {
            throw new Unacceptable.Malformed("The body is neither a form nor JSON.");
        }
    }

    private static void put(Map<String, String> fields, String name, JsonNode value) {
        if (value.isArray()) {
            var all = new ArrayList<String>();
            value.forEach(one -> all.add(one.asText()));
            fields.put(name, String.join(",", all));
        } else if (value.isValueNode() && !value.isNull()) {
            fields.put(name, value.asText());
        }
    }

    private static Map<String, String> form(String text) {
        var fields = new LinkedHashMap<String, String>();
        for (var pair : text.split("&")) {
            var parts = pair.split("=", 2);
            if (parts.length == 2) {
                put(fields, decoded(parts[0]), decoded(parts[1]));
            }
        }
        return fields;
    }

    /** Lists come as {@code tags[]} from some clients. */
    private static void put(Map<String, String> fields, String name, String value) {
        if (name.endsWith("[]")) {
            fields.merge(name.substring(0, name.length() - 2), value, (before, one) -> before + "," + one);
        } else {
            fields.put(name, value);
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException broken) {
            throw new Unacceptable.Malformed("The form has a broken escape in it.");
        }
    }
}
