package org.obolus.flattrapi;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.obolus.accounts.Caller;
import org.obolus.web.Allowance;
import org.obolus.web.Limit;
import org.obolus.web.Neighbourhoods;
import org.obolus.web.RateLimits;

/** How often a token, or an address without one, may call in an hour, as Flattr's clients are told it. */
@ApplicationScoped
class Hits {

    static final int AN_HOUR = 1000;

    private static final Limit LIMIT = new Limit("flattr-api", AN_HOUR, Duration.ofHours(1));

    private final RateLimits limits;
    private final Caller caller;
    private final Neighbourhoods neighbourhoods;
    private final Clock clock;

    Hits(RateLimits limits, Caller caller, Neighbourhoods neighbourhoods, Clock clock) {
        this.limits = limits;
        this.caller = caller;
        this.neighbourhoods = neighbourhoods;
        this.clock = clock;
    }

    /**
     * Where somebody stands.
     *
     * @param resetsAt when everything is back, in unix seconds
     */
    record Standing(Allowance allowance, long resetsAt) {

        long remaining() {
            return allowance.left();
        }

        long current() {
            return AN_HOUR - allowance.left();
        }
    }

    Uni<Standing> take(RoutingContext request) {
        return limits.take(LIMIT, key(request)).map(this::standing);
    }

    Standing look(RoutingContext request) {
        return standing(limits.look(LIMIT, key(request)));
    }

    private String key(RoutingContext request) {
        return caller.grant()
                .map(grant -> "token:" + grant.id())
                .orElseGet(() -> "address:" + neighbourhoods.of(request).name());
    }

    private Standing standing(Allowance allowance) {
        return new Standing(allowance, clock.instant().getEpochSecond() + allowance.resetSeconds());
    }
}
