package org.obolus.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.deser.Deserializers;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;

/** How single values are read, so that none of them has to know about JSON. */
final class WireValues extends Module {

    private static final Map<Class<?>, Function<String, ?>> TEXTS = Map.of(
            Instant.class, Instant::parse,
            YearMonth.class, YearMonth::parse,
            LocalDate.class, LocalDate::parse,
            SiteHost.class, SiteHost::new,
            URI.class, WireValues::uri);
    private static final Map<Class<?>, LongFunction<?>> NUMBERS = Map.of(
            Money.class, Money::new,
            ThingId.class, ThingId::new,
            AccountId.class, AccountId::new,
            DepositId.class, DepositId::new,
            HookId.class, HookId::new,
            AssignmentId.class, AssignmentId::new);

    private static final Set<Class<?>> UNWRAPPED =
            Set.of(Registered.class, ListedThing.class, Profile.class, NewHook.class);

    @Override
    public String getModuleName() {
        return "obolus";
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public void setupModule(SetupContext context) {
        context.addDeserializers(new Readers());
    }

    private static final class Readers extends Deserializers.Base {

        @Override
        public JsonDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription description) {
            var raw = type.getRawClass();
            if (raw == Optional.class) {
                return new OptionalReader(type.containedTypeOrUnknown(0));
            }
            if (TEXTS.containsKey(raw)) {
                return new TextReader(TEXTS.get(raw));
            }
            if (raw == Problem.class) {
                return new ProblemReader();
            }
            if (UNWRAPPED.contains(raw)) {
                return new UnwrappedReader(raw);
            }
            return NUMBERS.containsKey(raw) ? new NumberReader(NUMBERS.get(raw)) : null;
        }

        @Override
        public JsonDeserializer<?> findEnumDeserializer(
                Class<?> type, DeserializationConfig config, BeanDescription description) {
            return new TextReader(text -> constant(type, text));
        }
    }

    /** Whoever writes null, or leaves a member out, says that there is nothing. */
    private static final class OptionalReader extends JsonDeserializer<Optional<?>> {

        private final JavaType content;

        private OptionalReader(JavaType content) {
            this.content = content;
        }

        @Override
        public Optional<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return Optional.ofNullable(context.readValue(parser, content));
        }

        @Override
        public Optional<?> getNullValue(DeserializationContext context) {
            return Optional.empty();
        }

        @Override
        public Optional<?> getAbsentValue(DeserializationContext context) {
            return Optional.empty();
        }
    }

    private static final class TextReader extends JsonDeserializer<Object> {

        private final Function<String, ?> reading;

        private TextReader(Function<String, ?> reading) {
            this.reading = reading;
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return context.handleUnexpectedToken(String.class, parser);
            }
            try {
                return reading.apply(parser.getText());
            } catch (RuntimeException unreadable) {
                throw context.weirdStringException(parser.getText(), String.class, "it cannot be read");
            }
        }
    }

    /** In the middle of an answer, where it says its own status. */
    private static final class ProblemReader extends JsonDeserializer<Problem> {

        @Override
        public Problem deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            var said = context.readTree(parser);
            return Refusals.problem(said, said.path("status").asInt());
        }
    }

    private static final class NumberReader extends JsonDeserializer<Object> {

        private final LongFunction<?> reading;

        private NumberReader(LongFunction<?> reading) {
            this.reading = reading;
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return parser.hasToken(JsonToken.VALUE_NUMBER_INT)
                    ? reading.apply(parser.getLongValue())
                    : context.handleUnexpectedToken(Long.class, parser);
        }
    }

    /** A constant that is newer than this library is the one called UNKNOWN. */
    private static Object constant(Class<?> type, String text) {
        var name = text.toUpperCase(Locale.ROOT).replace('-', '_');
        return named(type, name).isPresent()
                ? named(type, name).get()
                : named(type, "UNKNOWN").orElseThrow();
    }

    private static Optional<?> named(Class<?> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst();
    }

    /** Browsers leave some characters in addresses that Java's URI does not take; they are written out for it. */
    private static URI uri(String text) {
        var written = new StringBuilder();
        text.codePoints()
                .forEach(character -> written.append(
                        "\"<>\\^`{|} ".indexOf(character) < 0
                                ? Character.toString(character)
                                : Query.encoded(Character.toString(character))));
        return URI.create(written.toString());
    }
}
