package org.obolus.identities;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.obolus.web.Fetched;
import org.obolus.web.WebUrl;

class LimitsThatPlatformsNameTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Retry-After: 90; 2026-03-01T12:01:30Z",
                "Retry-After: Sun, 01 Mar 2026 12:05:00 GMT; 2026-03-01T12:05:00Z",
                "X-RateLimit-Remaining: 0|X-RateLimit-Reset: 1772367000; 2026-03-01T12:10:00Z",
                "x-rate-limit-remaining: 0|x-rate-limit-reset: 1772367000; 2026-03-01T12:10:00Z",
                "RateLimit-Remaining: 0|RateLimit-Reset: 1772367000; 2026-03-01T12:10:00Z",
                "X-RateLimit-Remaining: 0|X-RateLimit-Reset: 2026-03-01T12:10:00.123Z; 2026-03-01T12:10:00.123Z"
            })
    void endAtATime(String headers, Instant until) {
        assertThat(RateLimitHeaders.until(answered(headers), NOW)).contains(until);
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Length: 2",
        "Retry-After: soon",
        "Retry-After: -5",
        "Retry-After: 99999999999999999999",
        "X-RateLimit-Remaining: 7|X-RateLimit-Reset: 1772367000",
        "X-RateLimit-Remaining: 0",
        "X-RateLimit-Remaining: 0|X-RateLimit-Reset: later"
    })
    void areNoneWhereNothingIsSaidThatCouldBeRead(String headers) {
        assertThat(RateLimitHeaders.until(answered(headers), NOW)).isEmpty();
    }

    private static Fetched answered(String headers) {
        var all = MultiMap.caseInsensitiveMultiMap();
        for (var header : headers.split("\\|")) {
            var parts = header.split(": ", 2);
            all.add(parts[0], parts[1]);
        }
        return new Fetched(403, "", new byte[0], WebUrl.of("https://api.example/"), all);
    }
}
