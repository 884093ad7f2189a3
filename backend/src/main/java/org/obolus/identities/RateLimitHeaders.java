package org.obolus.identities;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.obolus.web.Fetched;

/** Until when a program wants not to be asked, in the words that platforms have for it. */
final class RateLimitHeaders {

    private static final List<String> DIALECTS = List.of("X-RateLimit-", "X-Rate-Limit-", "RateLimit-");

    private RateLimitHeaders() {}

    /** Empty where nothing is said about it, or something that nobody understands. */
    static Optional<Instant> until(Fetched fetched, Instant now) {
        return fetched.header("Retry-After")
                .flatMap(value -> afterSeconds(value, now).or(() -> at(value, DateTimeFormatter.RFC_1123_DATE_TIME)))
                .or(() -> DIALECTS.stream()
                        .filter(dialect -> fetched.header(dialect + "Remaining")
                                .filter("0"::equals)
                                .isPresent())
                        .flatMap(dialect -> fetched.header(dialect + "Reset").stream())
                        .findFirst()
                        .flatMap(
                                value -> since1970(value).or(() -> at(value, DateTimeFormatter.ISO_OFFSET_DATE_TIME))));
    }

    private static Optional<Instant> afterSeconds(String value, Instant now) {
        return seconds(value).map(now::plusSeconds);
    }

    private static Optional<Instant> since1970(String value) {
        return seconds(value).map(Instant::ofEpochSecond);
    }

    private static Optional<Long> seconds(String value) {
        return value.matches("[0-9]{1,10}") ? Optional.of(Long.valueOf(value)) : Optional.empty();
    }

    private static Optional<Instant> at(String value, DateTimeFormatter format) {
        try {
            return Optional.of(format.parse(value, Instant::from));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
