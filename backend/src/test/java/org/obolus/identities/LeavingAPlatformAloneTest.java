package org.obolus.identities;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.MultiMap;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.obolus.web.Fetched;
import org.obolus.web.WebUrl;

class LeavingAPlatformAloneTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final WebUrl ASKED = WebUrl.of("https://api.example/");
    private static final PlatformName THERE = new PlatformName("there");

    private final MovedClock clock = new MovedClock();
    private final QuietPlatforms quiet = new QuietPlatforms(clock);

    private static final class MovedClock extends Clock {

        private Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Retry-After: Sun, 01 Mar 2026 11:59:59 GMT",
                "Retry-After: Sun, 01 Mar 2026 12:00:00 GMT",
                "Retry-After: 0",
                "X-RateLimit-Remaining: 0|X-RateLimit-Reset: 1772366399",
                "Content-Length: 2"
            })
    void lastsAMinuteWhereItAnswersTooOftenAndNamesATimeThatIsPast(String headers) {
        assertThatThrownBy(() -> quiet.hear(THERE, ASKED, answered(429, headers)))
                .isInstanceOf(PersonRefused.AskedTooOften.class)
                .hasMessageContaining("Try again at 12:01 UTC.");

        clock.now = NOON.plusSeconds(59);
        assertThatThrownBy(() -> quiet.require(THERE, ASKED)).isInstanceOf(PersonRefused.AskedTooOften.class);
        clock.now = NOON.plusSeconds(60);
        assertThatCode(() -> quiet.require(THERE, ASKED)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 403})
    void doesNotBeginWithAnotherAnswerThatNamesATimeThatIsPast(int status) {
        quiet.hear(THERE, ASKED, answered(status, "Retry-After: Sun, 01 Mar 2026 11:59:59 GMT"));

        assertThatCode(() -> quiet.require(THERE, ASKED)).doesNotThrowAnyException();
    }

    @Test
    void lastsAnHourAtMostWhateverItNames() {
        assertThatThrownBy(() -> quiet.hear(THERE, ASKED, answered(429, "Retry-After: 86400")))
                .hasMessageContaining("Try again at 13:00 UTC.");

        clock.now = NOON.plus(Duration.ofHours(1));
        assertThatCode(() -> quiet.require(THERE, ASKED)).doesNotThrowAnyException();
    }

    private static Fetched answered(int status, String headers) {
        var all = MultiMap.caseInsensitiveMultiMap();
        for (var header : headers.split("\\|")) {
            var parts = header.split(": ", 2);
            all.add(parts[0], parts[1]);
        }
        return new Fetched(status, "", new byte[0], ASKED, all);
    }
}
