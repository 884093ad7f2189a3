package org.obolus.client;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How much a server still lets this client ask, as it said with its last answer.
 *
 * @param policy the name of the limit
 * @param remaining how many more requests it answers
 * @param resetsAfter counted from that answer
 */
public record RateLimit(String policy, long remaining, Optional<Duration> resetsAfter) {

    private static final Pattern FIELD =
            Pattern.compile("\"([^\"]*)\"\\s*;\\s*r=(\\d{1,18})(?:\\s*;\\s*t=(\\d{1,9}))?");

    /** The one that ends first, where there are several. */
    static Optional<RateLimit> of(Transport.Answer answer) {
        return answer.headers().getOrDefault("ratelimit", List.of()).stream()
                .flatMap(limits -> FIELD.matcher(limits).results())
                .map(RateLimit::read)
                .min(Comparator.comparing(RateLimit::remaining));
    }

    private static RateLimit read(MatchResult field) {
        var seconds = Optional.ofNullable(field.group(3)).map(Long::valueOf);
        return new RateLimit(field.group(1), Long.parseLong(field.group(2)), seconds.map(Duration::ofSeconds));
    }
}
