package org.obolus.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** What goes over the wire, read into values and written from them. */
final class Json {

    /** What servers of later versions add is passed over; what this version needs and does not find is a failure. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(new WireNames())
            .addModule(new WireValues())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private Json() {}

    /** A text that is not what was expected. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }

    static String written(Map<String, ?> members) {
        try {
            return MAPPER.writeValueAsString(members);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("This cannot be written as JSON.", impossible);
        }
    }

    static <T> Function<Transport.Answer, T> as(Class<T> type) {
        return answer -> read(answer.text(), type);
    }

    static <T> Function<Transport.Answer, List<T>> listOf(Class<T> type) {
        return answer -> elements(tree(answer.text()), type);
    }

    /** The elements of one member, for example of {@code {"items": […]}}. */
    static <T> Function<Transport.Answer, List<T>> listIn(String member, Class<T> type) {
        return answer -> elements(tree(answer.text()).path(member), type);
    }

    static <T> Function<Transport.Answer, T> member(String name, Class<T> type) {
        return answer -> value(tree(answer.text()).path(name), type);
    }

    static Function<Transport.Answer, Void> nothing() {
        return answer -> null;
    }

    static <T> T read(String text, Class<T> type) {
        return value(tree(text), type);
    }

    static <T> T value(JsonNode node, Class<T> type) {
        try {
            var value = MAPPER.treeToValue(node, type);
            if (value == null) {
                throw new Unreadable("a value was expected where null stands", null);
            }
            return value;
        } catch (JsonProcessingException misfit) {
            throw new Unreadable(misfit.getOriginalMessage(), misfit);
        }
    }

    static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new Unreadable("this is not JSON", broken);
        }
    }

    static Map<String, Object> members(JsonNode node) {
        return MAPPER.convertValue(node, OBJECT);
    }

    private static <T> List<T> elements(JsonNode node, Class<T> type) {
        if (!node.isArray()) {
            throw new Unreadable("a list was expected", null);
        }
        return StreamSupport.stream(node.spliterator(), false)
                .map(element -> value(element, type))
                .toList();
    }
}
