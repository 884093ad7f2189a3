package org.obolus.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatingACallTest {

    private static final String FLATTRS = "/api/v1/flattrs";
    private static final String GIVEN =
            "{\"thing\": 5, \"month\": \"2026-11\", \"given_at\": \"2026-11-28T10:00:00Z\"}";
    private static final String ACCOUNTS = "/api/v1/accounts";

    private final Offline offline = Offline.patient();

    @Test
    void keepsItsKeyWhenTheAnswerWasLost() {
        offline.failing("POST", FLATTRS, new IOException("reset")).on("POST", FLATTRS, 201, GIVEN);

        var flattr = offline.client().flattrs().give(new ThingId(5));

        assertThat(flattr.thing()).isEqualTo(new ThingId(5));
        assertThat(offline.requests()).hasSize(2);
        assertThat(offline.requests().get(0).headers().get("Idempotency-Key"))
                .isNotBlank()
                .isEqualTo(offline.requests().get(1).headers().get("Idempotency-Key"));
    }

    @Test
    void takesANewKeyForEachCall() {
        offline.on("POST", FLATTRS, 201, GIVEN);

        offline.client().flattrs().give(new ThingId(5));
        offline.client().flattrs().give(new ThingId(5));

        assertThat(offline.requests())
                .extracting(request -> request.headers().get("Idempotency-Key"))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void waitsForABusyServer(int status) {
        offline.on("GET", "/api/v1/budget", status, "{}")
                .on("GET", "/api/v1/budget", 200, "{\"funds_micros\": 0, \"paused\": false, \"has_means\": false}");

        assertThat(offline.client().budgets().read().funds()).isEqualTo(new Money(0));

        assertThat(offline.pauses())
                .singleElement()
                .satisfies(pause -> assertThat(pause).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1)));
    }

    @Test
    void waitsLongerEachTimeAndThenGivesUp() {
        offline.failing("GET", "/api/v1/budget", new IOException("reset"));

        assertThatThrownBy(() -> offline.client().budgets().read())
                .isInstanceOf(ObolusException.Unreachable.class)
                .hasMessage("GET https://obolus.example/api/v1/budget got no answer: reset");

        assertThat(offline.requests()).hasSize(3);
        assertThat(offline.pauses().get(1)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void waitsAsLongAsTheServerSays() {
        busyFor("7");

        offline.client().flattrs().give(new ThingId(5));

        assertThat(offline.pauses()).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void waitsUntilTheServerSays() {
        busyFor(DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(30)));

        offline.client().flattrs().give(new ThingId(5));

        assertThat(offline.pauses())
                .singleElement()
                .satisfies(pause -> assertThat(pause).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(30)));
    }

    @Test
    void doesNotWaitForever() {
        busyFor("3600");

        assertThatThrownBy(() -> offline.client().flattrs().give(new ThingId(5)))
                .isInstanceOfSatisfying(
                        ObolusException.Refused.class,
                        refused -> assertThat(refused.problem().retryAfter()).contains(Duration.ofHours(1)));
        assertThat(offline.pauses()).isEmpty();
    }

    @Test
    void isLeftWhereASecondEffectWouldBeWrong() {
        offline.failing("POST", ACCOUNTS, new IOException("reset"));

        assertThatThrownBy(() -> offline.client().accounts().signUp("alice", "a@mail.example", "three blue kettles"))
                .isInstanceOf(ObolusException.Unreachable.class);
        assertThat(offline.requests()).hasSize(1);
    }

    @Test
    void isSafeWhereTheServerWasNeverReached() {
        offline.failing("POST", ACCOUNTS, new ConnectException("refused"))
                .on("POST", ACCOUNTS, 201, "{\"username\": \"alice\", \"email\": \"a@mail.example\"}");

        var signedUp = offline.client().accounts().signUp("alice", "a@mail.example", "three blue kettles");

        assertThat(signedUp.username()).isEqualTo("alice");
    }

    @Test
    void waitsForTheFirstRequestUnderTheSameKey() {
        offline.on("POST", FLATTRS, 409, problem("idempotency_key_in_use")).on("POST", FLATTRS, 201, GIVEN);

        offline.client().flattrs().give(new ThingId(5));

        assertThat(offline.requests()).hasSize(2);
    }

    @Test
    void doesNotRepeatWhatWasRefused() {
        offline.on("POST", FLATTRS, 409, problem("flattr_once"));

        assertThatThrownBy(() -> offline.client().flattrs().give(new ThingId(5)))
                .isInstanceOf(ObolusException.Refused.class);
        assertThat(offline.requests()).hasSize(1);
    }

    @Test
    void findsTakenBackWhatTheLostAttemptTookBack() {
        offline.failing("DELETE", FLATTRS + "/5", new IOException("reset"))
                .on("DELETE", FLATTRS + "/5", 404, problem("not_flattred"));

        offline.client().flattrs().takeBack(new ThingId(5));

        assertThat(offline.requests()).hasSize(2);
    }

    @Test
    void stillSaysThatNothingWasThereToTakeBack() {
        offline.failing("DELETE", FLATTRS + "/5", new ConnectException("refused"))
                .on("DELETE", FLATTRS + "/5", 404, problem("not_flattred"));

        assertThatThrownBy(() -> offline.client().flattrs().takeBack(new ThingId(5)))
                .isInstanceOf(ObolusException.Refused.class);
    }

    @Test
    void isUpToWhoeverSetsUpTheClient() {
        var impatient = Offline.with(Retries.NONE).failing("GET", "/api/v1/budget", new IOException("reset"));

        assertThatThrownBy(() -> impatient.client().budgets().read()).isInstanceOf(ObolusException.Unreachable.class);
        assertThat(impatient.requests()).hasSize(1);
    }

    private void busyFor(String retryAfter) {
        var headers = Map.of("Retry-After", List.of(retryAfter));
        var body = problem("too_many_requests").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        offline.transport()
                .on("POST", FLATTRS, new Transport.Answer(429, headers, body))
                .on("POST", FLATTRS, 201, GIVEN);
    }

    private static String problem(String code) {
        return "{\"type\": \"/problems/" + code + "\", \"title\": \"No\", \"status\": 409, \"detail\": \"Not now.\"}";
    }
}
