package org.obolus.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingAnswersTest {

    private static final String THING = "{\"id\": 5, \"url\": \"%s\", \"title\": null, \"category\": \"%s\","
            + " \"tags\": [\"bread\"], \"hidden\": false, \"identity\": \"site:blog.example\","
            + " \"created_at\": \"2026-11-28T10:00:00Z\", \"updated_at\": \"2026-11-28T10:00:00Z\", \"new\": [1]}";
    private static final String DEPOSIT =
            "{\"id\": 7, \"state\": \"paid\", \"amount_micros\": %s, \"provider\": \"play\","
                    + " \"checkout_url\": \"https://pay.example/7\", \"return_to\": \"/dashboard\","
                    + " \"started_at\": \"2026-11-28T10:00:00Z\"}";

    private final Offline offline = Offline.with(Retries.NONE);

    @Test
    void passesOverWhatItDoesNotKnow() {
        var thing = thing("https://blog.example/bread", "text");

        assertThat(thing.id()).isEqualTo(new ThingId(5));
        assertThat(thing.category()).isEqualTo(Category.TEXT);
    }

    @Test
    void takesNullAndWhatIsMissingForNothing() {
        var thing = thing("https://blog.example/bread", "text");

        assertThat(thing.title()).isEmpty();
        assertThat(thing.owner()).isEmpty();
    }

    @Test
    void keepsWhatIsNewerThanItselfApart() {
        assertThat(thing("https://blog.example/bread", "smell").category()).isEqualTo(Category.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "https://blog.example/a|b, https://blog.example/a%7Cb",
        "https://blog.example/?q={x}, https://blog.example/?q=%7Bx%7D",
        "https://blog.example/%C3%A4, https://blog.example/%C3%A4",
        "https://blog.example/^[x], https://blog.example/%5E[x]"
    })
    void readsAddressesAsBrowsersWriteThem(String written, String read) {
        if (read.contains("[")) {
            assertThatThrownBy(() -> thing(written, "text")).isInstanceOf(ObolusException.Unintelligible.class);
        } else {
            assertThat(thing(written, "text").url()).isEqualTo(URI.create(read));
        }
    }

    @Test
    void readsAmountsExactly() {
        assertThat(deposit("9223372036854775807").amount()).isEqualTo(new Money(Long.MAX_VALUE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.0", "5.5", "\"5\"", "null", "9223372036854775808", "1e3", "true"})
    void takesNothingElseForAnAmount(String written) {
        assertThatThrownBy(() -> deposit(written)).isInstanceOf(ObolusException.Unintelligible.class);
    }

    @Test
    void findsNothingWhereNothingIs() {
        var body = "{\"type\": \"/problems/not_found\", \"title\": \"No\", \"status\": 404, \"detail\": \"Unknown.\"}";
        offline.on("GET", "/api/v1/things/5", 404, body);

        assertThat(offline.client().things().byId(new ThingId(5))).isEmpty();
    }

    @Test
    void doesNotTakeAWrongAddressForNothing() {
        offline.on("GET", "/api/v1/things/5", 404, "<html>Not found</html>");

        assertThatThrownBy(() -> offline.client().things().byId(new ThingId(5)))
                .isInstanceOf(ObolusException.Unintelligible.class);
    }

    @Test
    void remembersTheLimitThatItLastSaw() {
        var headers = Map.of("RateLimit", List.of("\"app\";r=90;t=50, \"token\";r=41;t=30"));
        offline.transport().on("GET", "/api/v1/categories", new Transport.Answer(200, headers, "[]".getBytes()));

        assertThat(offline.client().lastSeenLimit()).isEmpty();
        offline.client().things().categories();

        assertThat(offline.client().lastSeenLimit())
                .contains(new RateLimit("token", 41, java.util.Optional.of(Duration.ofSeconds(30))));
    }

    private Thing thing(String url, String category) {
        offline.on("GET", "/api/v1/things/5", 200, THING.formatted(url, category));
        return offline.client().things().byId(new ThingId(5)).orElseThrow();
    }

    private Deposit deposit(String amount) {
        offline.on("GET", "/api/v1/deposits/7", 200, DEPOSIT.formatted(amount));
        return offline.client().deposits().byId(new DepositId(7)).orElseThrow();
    }
}
