package org.obolus.flattrapi;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.obolus.accounts.Caller;
import org.obolus.web.Neighbourhoods;

/** How often a token, or an address without one, has called in this hour, as Flattr's clients are told it. */
@ApplicationScoped
class Hits {

    static final int AN_HOUR = 1000;

    private static final long SECONDS = Duration.ofHours(1).toSeconds();
    private static final int MOST_KEYS = 100_000;

    private final Caller caller;
    private final Neighbourhoods neighbourhoods;
    private final Clock clock;
    private final Cache<String, AtomicInteger> counted = Caffeine.newBuilder()
            .maximumSize(MOST_KEYS)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    Hits(Caller caller, Neighbourhoods neighbourhoods, Clock clock) {
        this.caller = caller;
        this.neighbourhoods = neighbourhoods;
        this.clock = clock;
    }

    /**
     * Where somebody stands.
     *
     * @param resetsAt in unix seconds
     */
    record Standing(int current, long resetsAt, long secondsLeft) {

        int remaining() {
            return Math.max(0, AN_HOUR - current);
        }

        boolean isOver() {
            return current > AN_HOUR;
        }
    }

    Standing take(RoutingContext request) {
        return standing(counter(key(request)).incrementAndGet());
    }

    Standing look(RoutingContext request) {
        return standing(counter(key(request)).get());
    }

    private String key(RoutingContext request) {
        return caller.grant()
                .map(grant -> "token:" + grant.id())
                .orElseGet(() -> "address:" + neighbourhoods.of(request).name());
    }

    private AtomicInteger counter(String key) {
        return counted.get(key + "@" + clock.instant().getEpochSecond() / SECONDS, unseen -> new AtomicInteger());
    }

    private Standing standing(int current) {
        var now = clock.instant().getEpochSecond();
        var resetsAt = (now / SECONDS + 1) * SECONDS;
        return new Standing(current, resetsAt, resetsAt - now);
    }
}
