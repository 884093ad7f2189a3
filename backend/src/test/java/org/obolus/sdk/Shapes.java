package org.obolus.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.obolus.client.AccountId;
import org.obolus.client.AssignmentId;
import org.obolus.client.DepositId;
import org.obolus.client.HookId;
import org.obolus.client.ListedThing;
import org.obolus.client.Money;
import org.obolus.client.NewHook;
import org.obolus.client.ObolusClient;
import org.obolus.client.Problem;
import org.obolus.client.Profile;
import org.obolus.client.Registered;
import org.obolus.client.SiteHost;
import org.obolus.client.ThingId;

/** Compares the types that the client answers with, member by member, with what the document says. */
record Shapes(ApiDocument document) {

    private static final Map<Type, String> SINGLE = Map.ofEntries(
            Map.entry(long.class, "integer"),
            Map.entry(int.class, "integer"),
            Map.entry(Integer.class, "integer"),
            Map.entry(Long.class, "integer"),
            Map.entry(boolean.class, "boolean"),
            Map.entry(Boolean.class, "boolean"),
            Map.entry(String.class, "string"),
            Map.entry(URI.class, "string"),
            Map.entry(Instant.class, "string"),
            Map.entry(YearMonth.class, "string"),
            Map.entry(LocalDate.class, "string"),
            Map.entry(SiteHost.class, "string"),
            Map.entry(Money.class, "integer"),
            Map.entry(ThingId.class, "integer"),
            Map.entry(AccountId.class, "integer"),
            Map.entry(DepositId.class, "integer"),
            Map.entry(HookId.class, "integer"),
            Map.entry(AssignmentId.class, "integer"));

    /** Whose first component's members stand beside the others. */
    private static final Set<Type> UNWRAPPED =
            Set.of(Registered.class, ListedThing.class, Profile.class, NewHook.class);

    void compareAnswer(Type answer, JsonNode schema, String where) {
        compare(answer, isList(answer) ? insideAnObject(document.plain(schema)) : schema, where);
    }

    private void compare(Type type, JsonNode schema, String where) {
        var plain = document.plain(schema);
        if (SINGLE.containsKey(type)) {
            assertThat(ApiDocument.type(plain)).as(where).isEqualTo(SINGLE.get(type));
        } else if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
            assertThat(plain.has("enum") || plain.has("items")).as(where).isFalse();
        } else if (isList(type)) {
            assertThat(ApiDocument.type(plain)).as(where).isEqualTo("array");
            compare(inner(type), plain.path("items"), where + "[]");
        } else if (type instanceof ParameterizedType optional && optional.getRawType() == Optional.class) {
            compare(inner(type), plain, where);
        } else {
            compareClass((Class<?>) type, plain, where);
        }
    }

    private void compareClass(Class<?> type, JsonNode plain, String where) {
        assertThat(type.getPackage()).as(where + ": " + type).isEqualTo(ObolusClient.class.getPackage());
        if (type.isEnum()) {
            plain.path("enum")
                    .forEach(constant -> assertThat(type.getEnumConstants())
                            .as(where)
                            .extracting(known -> ((Enum<?>) known).name())
                            .contains(constant.asText().toUpperCase(Locale.ROOT)));
            assertThat(ApiDocument.type(plain)).as(where).isEqualTo("string");
            return;
        }
        if (type == Problem.class) {
            assertThat(plain.path("properties").fieldNames())
                    .as(where)
                    .toIterable()
                    .contains("type", "detail");
            return;
        }
        var members = members(type);
        assertThat(plain.path("properties").fieldNames())
                .as(where + ": " + type.getSimpleName())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(members.keySet());
        members.forEach((name, member) ->
                compare(member.getGenericType(), plain.path("properties").path(name), where + "." + name));
    }

    /** By their names on the wire. */
    private static Map<String, RecordComponent> members(Class<?> type) {
        var members = new TreeMap<String, RecordComponent>();
        Arrays.stream(type.getRecordComponents())
                .flatMap(component ->
                        UNWRAPPED.contains(type) && component.getType().isRecord()
                                ? Arrays.stream(component.getType().getRecordComponents())
                                : Stream.of(component))
                .forEach(component -> members.put(name(component), component));
        return members;
    }

    private static String name(RecordComponent component) {
        var isAmount = component.getGenericType().getTypeName().contains(Money.class.getName());
        return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT) + (isAmount ? "_micros" : "");
    }

    /** Lists that may grow members stand in an object. */
    private static JsonNode insideAnObject(JsonNode plain) {
        for (var property : plain.path("properties")) {
            if (ApiDocument.type(property).equals("array")) {
                return property;
            }
        }
        return plain;
    }

    private static boolean isList(Type type) {
        return type instanceof ParameterizedType list
                && (list.getRawType() == List.class || list.getRawType() == Stream.class);
    }

    private static Type inner(Type type) {
        return ((ParameterizedType) type).getActualTypeArguments()[0];
    }
}
