package org.obolus.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class RefusedCallsTest {

    private static final ThingId THING = new ThingId(5);
    private static final String FLATTRS = "/api/v1/flattrs";

    private final Offline offline = Offline.with(Retries.NONE);

    @Test
    void sayWhatTheServerSays() {
        answer(
                402,
                "{\"type\": \"/problems/no_means\", \"title\": \"Nothing left\", \"status\": 402,"
                        + " \"detail\": \"Set a budget first.\", \"reason\": \"no_budget\"}");

        assertThatThrownBy(() -> offline.client().flattrs().give(THING))
                .isInstanceOfSatisfying(ObolusException.Refused.class, refused -> {
                    assertThat(refused.status()).isEqualTo(402);
                    assertThat(refused.problem().is("no_means")).isTrue();
                    assertThat(refused.problem().members()).containsEntry("reason", "no_budget");
                })
                .hasMessage("402 no_means: Set a budget first.");
    }

    @Test
    void nameTheRequestToItsOperator() {
        answer(
                500,
                "{\"type\": \"/problems/internal\", \"title\": \"Something failed\", \"status\": 500,"
                        + " \"detail\": \"This is our fault.\", \"id\": \"b2c9\"}");

        assertThatThrownBy(() -> offline.client().flattrs().give(THING))
                .isInstanceOfSatisfying(
                        ObolusException.Refused.class,
                        refused -> assertThat(refused.requestId()).contains("b2c9"))
                .hasMessage("500 internal: This is our fault. (request b2c9)");
    }

    @Test
    void areThrownWhereSomebodyWaits() {
        answer(409, "{\"type\": \"/problems/flattr_once\", \"title\": \"No\", \"status\": 409, \"detail\": \"Once.\"}");

        assertThatThrownBy(() -> offline.client().flattrs().give(THING))
                .satisfies(thrown -> assertThat(thrown.getStackTrace())
                        .extracting(StackTraceElement::getClassName)
                        .contains(RefusedCallsTest.class.getName()))
                .hasCauseInstanceOf(ObolusException.Refused.class);
    }

    @Test
    void areTheCauseWhereNobodyWaits() {
        answer(409, "{\"type\": \"/problems/flattr_once\", \"title\": \"No\", \"status\": 409, \"detail\": \"Once.\"}");

        var later = offline.client().async().flattrs().give(THING);

        assertThatThrownBy(later::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(ObolusException.Refused.class);
    }

    @Test
    void areUnintelligibleFromSomethingElse() {
        answer(502, "<html><body>Bad   gateway</body></html>");

        assertThatThrownBy(() -> offline.client().flattrs().give(THING))
                .isInstanceOfSatisfying(
                        ObolusException.Unintelligible.class,
                        strange -> assertThat(strange.status()).isEqualTo(502))
                .hasMessage("502: this is no answer of an Obolus server: <html><body>Bad gateway</body></html>");
    }

    @Test
    void neverFollowAServerThatHasMoved() {
        var moved = new Transport.Answer(308, Map.of("Location", List.of("https://elsewhere.example/")), new byte[0]);
        offline.transport().on("POST", FLATTRS, moved);

        assertThatThrownBy(() -> offline.client().flattrs().give(THING))
                .isInstanceOf(ObolusException.Unintelligible.class)
                .hasMessageContaining("https://elsewhere.example/");
        assertThat(offline.requests()).hasSize(1);
    }

    @Test
    void areUnintelligibleWithoutWhatWasAskedFor() {
        answer(201, "{\"thing\": 5, \"month\": \"2026-11\"}");

        assertThatThrownBy(() -> offline.client().flattrs().give(THING))
                .isInstanceOf(ObolusException.Unintelligible.class)
                .hasMessageContaining("givenAt");
    }

    @Test
    void doNotTellTheToken() {
        answer(401, "{\"type\": \"/problems/unauthorized\", \"title\": \"No\", \"status\": 401, \"detail\": \"No.\"}");

        assertThatThrownBy(() -> offline.client().flattrs().give(THING))
                .message()
                .doesNotContain("secret-token");
        assertThat(offline.requests().get(0).headers()).containsEntry("Authorization", "Bearer secret-token");
        assertThat(offline.requests().get(0).toString()).doesNotContain("secret-token");
    }

    private void answer(int status, String body) {
        offline.transport()
                .on("POST", FLATTRS, new Transport.Answer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8)));
    }
}
